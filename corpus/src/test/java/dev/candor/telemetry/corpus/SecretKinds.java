package dev.candor.telemetry.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What opens doors: passwords, tokens of a session, signed tokens, private keys, connections. */
final class SecretKinds {
  private SecretKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.secret("password", SecretKinds::password),
        Kind.secret("connection_string", SecretKinds::connection),
        Kind.secret("authorization", SecretKinds::authorization),
        Kind.secret("jwt", SecretKinds::jwt),
        Kind.secret("pem", (tongue, dice) -> pem(false, dice)),
        Kind.secret("pem_cut_off", (tongue, dice) -> pem(true, dice)),
        Kind.secret("url_credentials", SecretKinds::urlCredentials),
        Kind.exact("url_query", SecretKinds::urlQuery),
        Kind.exact("cookie", SecretKinds::cookie));
  }

  private static Planted password(Tongue tongue, Dice dice) {
    String value = password(dice);
    return Planted.under(tongue.label("password", dice), value, value);
  }

  private static String password(Dice dice) {
    String word = Tongue.invented(dice);
    return switch (dice.between(0, 5)) {
      case 0 -> word + "!" + dice.digits(2) + dice.from("xyzk", 2);
      case 1 ->
          word.toLowerCase(Locale.ROOT)
              + "-"
              + Tongue.invented(dice).toLowerCase(Locale.ROOT)
              + dice.digits(1);
      case 2 -> dice.token(14);
      case 3 -> dice.mixed(Dice.WORD + "#$!*+_.~^", 12);
      case 4 -> word.toLowerCase(Locale.ROOT);
      default -> word.replace('o', '0').replace('e', '3').replace('i', '1') + "#" + dice.digits(3);
    };
  }

  private static Planted connection(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String secret = dice.token(14);
    String host = "db" + dice.between(1, 9) + ".example.net";
    String value =
        switch (dice.between(0, 7)) {
          case 0 -> "postgresql://" + user + ":" + secret + "@" + host + ":5432/imaging";
          case 1 -> "jdbc:postgresql://" + host + "/imaging?user=" + user + "&password=" + secret;
          case 2 ->
              "Server=tcp:"
                  + host
                  + ",1433;Database=imaging;User Id="
                  + user
                  + ";Password="
                  + secret
                  + ";Encrypt=true";
          case 3 -> "mongodb+srv://" + user + ":" + secret + "@" + host + "/runs?retryWrites=true";
          case 4 -> "amqps://" + user + ":" + secret + "@" + host + ":5671/vhost";
          case 5 -> "Driver={ODBC Driver 18};Server=" + host + ";UID=" + user + ";PWD=" + secret;
          case 6 -> "mysql://" + user + ":" + secret + "@" + host + "/imaging";
          default ->
              "host=" + host + " port=5432 dbname=imaging user=" + user + " password=" + secret;
        };
    String label = dice.pick("connection string", "dsn", "database url", "db url");
    return Planted.plain(label, value, user, secret);
  }

  private static Planted authorization(Tongue tongue, Dice dice) {
    String label = dice.pick("Authorization", "authorization", "Proxy-Authorization");
    String token = dice.token(40);
    return switch (dice.between(0, 4)) {
      case 0 ->
          Planted.plain(
              label,
              "Basic " + base64("svc:" + token.substring(0, 18)),
              base64("svc:" + token.substring(0, 18)).substring(6));
      case 1 -> Planted.under(label, "token " + token, token);
      case 2 -> {
        String signature = dice.from(Dice.HEX, 64);
        yield Planted.plain(
            label,
            "AWS4-HMAC-SHA256 Credential="
                + "AK"
                + "IA"
                + dice.from(Dice.BASE32, 16)
                + "/20261120/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature="
                + signature,
            signature);
      }
      default -> Planted.plain(label, "Bearer " + token, token);
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String url64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Planted jwt(Tongue tongue, Dice dice) {
    String head =
        url64("{\"alg\":\"" + dice.pick("HS256", "RS256", "ES256") + "\",\"typ\":\"JWT\"}");
    String claims =
        url64(
            "{\"sub\":\""
                + dice.digits(9)
                + "\",\"name\":\""
                + Tongue.invented(dice)
                + "\",\"iat\":1790000000}");
    String signature = dice.mixed(Dice.WORD + "-_", 43);
    return Planted.plain(
        dice.pick("token", "id token", "jwt", "session", "access token"),
        head + "." + claims + "." + signature,
        claims.substring(14, claims.length() - 22),
        signature);
  }

  private static Planted pem(boolean cut, Dice dice) {
    String type =
        dice.pick("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY");
    String separator = dice.pick("\n", "\n", "\\n");
    String first = "MII" + dice.mixed(Dice.WORD + "+/", 61);
    String second = dice.mixed(Dice.WORD + "+/", 64);
    String third = dice.mixed(Dice.WORD + "+/", 30);
    String begin =
        "-----BEGIN " + type + "-----" + separator + first + separator + second + separator;
    String value =
        cut ? begin + third : begin + third + "==" + separator + "-----END " + type + "-----";
    return Planted.plain(
        dice.pick("private key", "key", "ssh key", "tls key"),
        value,
        first.substring(3),
        second,
        third);
  }

  private static Planted urlCredentials(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String secret = dice.token(12);
    String value =
        dice.pick("https://", "ftp://", "http://")
            + user
            + ":"
            + secret
            + "@files."
            + "example.net/"
            + dice.pick("runs/7", "export.csv", "");
    return Planted.plain(dice.pick("url", "endpoint", "remote", "proxy"), value, user, secret);
  }

  private static Planted urlQuery(Tongue tongue, Dice dice) {
    String name = Invented.latinFamily(tongue, dice).toLowerCase(Locale.ROOT);
    String token = dice.token(20);
    String value =
        switch (dice.between(0, 3)) {
          case 0 -> "https://portal.example.org/login?user=" + name + "&session=" + token;
          case 1 -> "https://portal.example.org/reset?token=" + token;
          case 2 -> "http://portal.example.org/search?q=" + name + "%20" + token + "&page=2";
          default -> "https://portal.example.org/callback?code=" + token + "&state=1";
        };
    return value.contains(name)
        ? Planted.plain("url", value, name, token)
        : Planted.plain("url", value, token);
  }

  private static Planted cookie(Tongue tongue, Dice dice) {
    String token = dice.token(26);
    String value =
        switch (dice.between(0, 3)) {
          case 0 -> "sessionid=" + token + "; theme=dark";
          case 1 -> "JSESSIONID=" + token + "; Path=/; HttpOnly";
          case 2 -> "sid=" + token;
          default -> "csrftoken=" + token + "; lang=en";
        };
    return Planted.under(dice.pick("Cookie", "Set-Cookie", "cookie"), value, token);
  }
}
