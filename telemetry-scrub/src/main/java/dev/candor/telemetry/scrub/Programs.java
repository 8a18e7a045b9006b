package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Programs whose command line carries credentials, and where on it these stand. */
final class Programs {
  /**
   * A program.
   *
   * @param name as it is written, with the blank behind it
   * @param pairs letters of options with {@code user:password}
   * @param apart letters of options with a password
   * @param glued letters of options whose password is glued to them; behind a blank there is none
   * @param words longer options with a password
   * @param position which of the arguments that are no options is the password, from one; or 0
   */
  record Program(
      String name, String pairs, String apart, String glued, WordSet words, int position) {}

  private static final String PASS =
      "p pw pwd pass passwd password passphrase rp jp xp ap auth-password newpass";
  private static final String STORES =
      "storepass keypass srcstorepass deststorepass srckeypass destkeypass new";
  private static final String SSL = "k pass passin passout passwd";
  private static final int COLUMNS = 5;

  // Of each row: pairs, apart, glued, words, position, then the programs.
  private static final String[][] ROWS = {
    {"uU", "", "", "", "0", "curl ", "lftp "},
    {
      "U", "", "", "", "0", "smbclient ", "smbget ", "rpcclient ", "winexe ", "net ads ", "net rpc "
    },
    {"a", "", "", "", "0", "http "},
    {"", "", "", "", "0", "wget ", "sqlplus ", "jdbc:oracle:thin:", "jdbc:oracle:oci:"},
    {"", "p", "", "", "0", "docker login ", "podman login ", "buildah login ", "skopeo login "},
    {
      "",
      "p",
      "",
      "",
      "0",
      "registry login ",
      "nerdctl login ",
      "oc login ",
      "az login ",
      "cf login "
    },
    {"", "p", "", "", "0", "mongo ", "mongosh ", "mongodump ", "mongorestore ", "mongoimport "},
    {
      "", "p", "", "", "0", "mongoexport ", "psexec ", "sshpass ", "rdesktop ", "cqlsh ", "beeline "
    },
    {"", "P", "", "", "0", "sqlcmd ", "bcp ", "isql ", "tsql ", "osql ", "freebcp ", "ipmitool "},
    {"", "P", "", "", "0", "mosquitto_pub ", "mosquitto_sub ", "zip ", "unzip "},
    {"", "", "p", "", "0", "mysql ", "mysqldump ", "mysqladmin ", "mysqlimport ", "mysqlcheck "},
    {
      "",
      "",
      "p",
      "",
      "0",
      "mysqlshow ",
      "mysqlbinlog ",
      "mariadb ",
      "7z ",
      "7za ",
      "rar ",
      "unrar "
    },
    {"", "w", "", "", "0", "ldapsearch ", "ldapadd ", "ldapmodify ", "ldapdelete ", "ldappasswd "},
    {"", "w", "", "", "0", "ldapwhoami ", "ldapcompare ", "kadmin ", "omero "},
    {"", "a", "", "", "0", "redis-cli "},
    {"", "AXc", "", "", "0", "snmpget ", "snmpwalk ", "snmpset ", "snmpbulkget ", "snmpbulkwalk "},
    {"", "AXc", "", "", "0", "snmptrap ", "snmpgetnext ", "snmptable "},
    {"", "", "", PASS, "0", "plink ", "pscp ", "psftp ", "putty ", "schtasks ", "xfreerdp "},
    {
      "", "", "", PASS, "0", "wfreerdp ", "freerdp ", "cmdkey ", "signtool ", "certutil ", "x11vnc "
    },
    {"", "", "", PASS, "0", "winrs ", "wmic ", "influx ", "sendemail ", "swaks ", "sc config "},
    {"", "", "", STORES, "0", "keytool ", "jarsigner "},
    {"", "", "", SSL, "0", "openssl "},
    {"", "", "", PASS, "1", "net use "},
    {"", "", "", "", "1", "requirepass ", "masterauth ", "vault login ", "rclone obscure "},
    {"", "", "", "", "2", "wpa_passphrase ", "net user ", "user set password "},
    {"", "", "", "", "2", "rabbitmqctl add_user ", "rabbitmqctl change_password "},
    {"", "", "", "", "3", "htpasswd ", "rasdial "},
    {"", "", "", "", "1", "mysqladmin password "},
  };

  private static final Program[] ALL =
      Arrays.stream(ROWS).flatMap(Programs::row).toArray(Program[]::new);

  private Programs() {}

  private static Stream<Program> row(String[] row) {
    WordSet words = WordSet.of(row[3]);
    int position = row[4].charAt(0) - '0';
    return Arrays.stream(row)
        .skip(COLUMNS)
        .map(name -> new Program(name, row[0], row[1], row[2], words, position));
  }

  /** The names, as the automaton looks for them. */
  static String[] names() {
    return Arrays.stream(ALL).map(Program::name).toArray(String[]::new);
  }

  /** The program whose name is a range, or null. */
  static @Nullable Program at(String text, int start, int end) {
    char first = Chars.lower(text.charAt(start));
    for (Program one : ALL) {
      String name = one.name();
      if (name.charAt(0) == first
          && name.length() == end - start
          && text.regionMatches(true, start, name, 0, name.length())) {
        return one;
      }
    }
    return null;
  }
}
