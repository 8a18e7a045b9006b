package dev.candor.telemetry.corpus;

import java.util.List;
import java.util.Map;

/** The languages of names, labels and sentences. */
enum Tongue {
  EN(
      "James Mary Robert Patricia Oluwaseun Priya Aidan Siobhan",
      "Smith Okafor Fletcher Whitcombe Raghunathan Marlowe Haversham Pemberton",
      "Marlowe Street;Old Mill Road;Haversham Lane;Kestrel Avenue",
      "Norwick;Ashbourne Falls;Tillbury;Pembrook"),
  DE(
      "Jürgen Anneliese Björn Käthe Wolfram Friederike Günther Mechthild",
      "Müller Schäfer Großmann Hölderlein Rübsam Kretschmar Überreiter Lindhorst",
      "Lindenweg;Goethestraße;Am Mühlbach;Königsallee",
      "Bellheim;Oberweiler;Königsfeld;Grünstadt"),
  FR(
      "François Élodie Benoît Margaux Thibault Océane Étienne Solène",
      "Lefèvre Dubreuil Château Montcalm Beauvallet Garnier Pélissier Rocheteau",
      "rue des Tilleuls;avenue Montcalm;chemin du Moulin;boulevard Pasteur",
      "Bressac;Montfleury;Sainte-Odile;Valcourt"),
  ES(
      "José Begoña Álvaro Inmaculada Íñigo Rocío Joaquín Ximena",
      "Muñoz Echeverría Ibáñez Villalobos Quintanilla Peñalver Zubizarreta Carrasco",
      "Calle del Olmo;Avenida Peñalver;Paseo Ibáñez;Calle Mayor",
      "Villaverde;Montealegre;Peñafiel;Alcorcón"),
  IT(
      "Niccolò Giuseppina Ludovica Ettore Fiammetta Gianluca Ilaria Raffaele",
      "Bianchetti Quagliarella Passalacqua Montefiore Zanardelli Petrucci Locatelli Grimaldi",
      "Via delle Rose;Corso Zanardelli;Piazza Grimaldi;Viale Europa",
      "Montefalco;Castelvecchio;Borgofranco;Valdarno"),
  PL(
      "Łukasz Małgorzata Zbigniew Świętosława Grzegorz Bożena Stanisław Jadwiga",
      "Wiśniewski Kowalczyk Szczepańska Brzęczyszczykiewicz Dąbrowska Jabłoński Żurawski Piątek",
      "ul. Kwiatowa;ul. Długa;al. Dąbrowskiego;ul. Świętojańska",
      "Nowogród;Zielona Dolina;Białowieża;Starogard"),
  PT(
      "João Conceição Tomás Beatriz Vasco Inês Gonçalo Leonor",
      "Gonçalves Figueiredo Magalhães Albuquerque Vasconcelos Teixeira Sequeira Brandão",
      "Rua das Oliveiras;Avenida Magalhães;Rua do Carmo;Travessa da Fonte",
      "Vila Serena;Montemor;Albufeira;Lagoaça"),
  NL(
      "Joost Marijke Sjoerd Willemijn Floris Annelies Ruud Tjitske",
      "Vandenberg Hoogeveen Dijkstra Kuypers Zwanenburg Terpstra Brouwershaven Oosterhuis",
      "Keizersgracht;Molenweg;Zwanenburgwal;Dorpsstraat",
      "Nieuwerbrug;Oosterbeek;Hoogkarspel;Veenendaal"),
  SV(
      "Åsa Björn Göran Märta Håkan Linnéa Örjan Sigrid",
      "Lindström Åkesson Bergqvist Söderhjelm Nyqvist Öhrström Hedlund Wallenius",
      "Björkvägen;Storgatan;Åkessons gränd;Kungsgatan",
      "Nyköping;Sörby;Hedemora;Lindesberg"),
  JA("太郎 花子 健一 美咲 翔太 陽子 大輔 由美子", "田中 佐藤 渡辺 伊藤 長谷川 小林 松本 山口", "芝公園;桜木町;緑が丘;中央", "港区;横浜市;名古屋市;福岡市"),
  ZH("伟 芳 秀英 志强 晓明 丽华 建国 雪梅", "张 王 欧阳 陈 司马 刘 诸葛 赵", "世纪大道;长安街;人民路;中山路", "浦东新区;海淀区;天河区;武侯区");

  /** Letters of invented words, so that no list of names can know them all. */
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "dor", "fel", "gri", "hul", "jas", "kev", "lom", "mir", "nov", "pra", "qui", "rus",
          "sto", "tiv", "ul", "ver", "wen", "yor", "zak");

  private final List<String> given;
  private final List<String> family;
  private final List<String> streets;
  private final List<String> towns;

  Tongue(String given, String family, String streets, String towns) {
    this.given = List.of(given.split(" "));
    this.family = List.of(family.split(" "));
    this.streets = List.of(streets.split(";"));
    this.towns = List.of(towns.split(";"));
  }

  /** Whether it is written without blanks between words. */
  boolean dense() {
    return this == JA || this == ZH;
  }

  String given(Dice dice) {
    return dense() || dice.chance(60) ? dice.pick(given) : invented(dice);
  }

  String family(Dice dice) {
    return dense() || dice.chance(60) ? dice.pick(family) : invented(dice);
  }

  String street(Dice dice) {
    return dice.pick(streets);
  }

  String town(Dice dice) {
    return dice.pick(towns);
  }

  /** Given and family name in the order of the language. */
  String person(String given, String family) {
    return dense() ? family + given : given + " " + family;
  }

  /** Which words of the language name the topic. */
  String label(String topic, Dice dice) {
    Map<Tongue, List<String>> words = LabelWords.of(topic);
    return dice.pick(words.getOrDefault(this, words.get(EN)));
  }

  static String invented(Dice dice) {
    StringBuilder word = new StringBuilder();
    for (int i = dice.between(2, 3); i > 0; i--) {
      word.append(dice.pick(SYLLABLES));
    }
    word.append(dice.pick("sen", "ski", "man", "ek", "ova", "ari", "berg", "dal"));
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
