package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;

import java.util.List;

/** Paths that lead to what belongs to a person, and names of files that people type. */
final class PathText {
  /** Folders below which everything belongs to someone. */
  private static final String ROOTS =
      "home|homes|users|u|media|mnt|volumes|data[0-9]*|scratch[0-9]*|export|exports|nfs[0-9]*|net|share|shares|shared"
          + "|storage[0-9]*|projects?|labs?|work|works|workspace|gpfs[0-9]*|lustre|vol[0-9]+|root|srv|afs|cifs|smb|archives?|backups?"
          + "|raid[0-9]*|groups?|nas[0-9]*|cygdrive|private|public|staff|people|experiments?|microscopy|imaging|results|acquisitions?"
          + "|mount|mounts|disk[0-9]*|drive|gdrive|datasets?|research|raw|images|patients?|studies|clinical|users[0-9]+|ceph|beegfs|pool|tank|zfs";

  private static final String PERSONAL_FOLDER =
      "(?i:desktop|documents|downloads|pictures|onedrive|dropbox|nextcloud|google ?drive|icloud|my documents|dokumente"
          + "|escritorio|bureau|schreibtisch|documenti|documentos|users|home|homes|profiles|patients?|[.]ssh)";

  static final String TYPED =
      "(?i:tiff?|csv|tsv|xlsx?|xlsm|docx?|pdf|pptx?|odt|ods|rtf|txt|czi|nd2|lif|vsi|oib|oif|lsm|png|jpe?g|gif|bmp|heic|zip|7z|rar"
          + "|tar|tgz|avi|mp4|mov|mkv|wav|mp3|m4a|dcm|nii|h5|hdf5|zarr|npy|npz|mat|fasta|fastq|bam|vcf|sav|pst|eml|msg|pem|p12|pfx"
          + "|kdbx|ppk|ics|ipynb|fcs|ims|svs|edf|tex|epub|psd|ome|key|numbers|pages|md|log|json|xml|bak|sqlite|db|sql)";

  static final String EXTENSION = "(?:[.](?:gz|ome|tar|nii))?[.]" + TYPED + "\\b";

  private static final String STEP = "[^\\s/\"'<>|:,;`)\\]{}]";

  /** A folder or file behind a blank belongs to the path if another separator follows. */
  private static final String STEPS =
      "(?:"
          + STEP
          + "+|(?: "
          + STEP
          + "+){1,3}/|/)*(?:(?: [\\pL\\pN()_-]+){1,2}"
          + MARK
          + "?"
          + EXTENSION
          + ")?";

  private static final String BACK = "[^\\s\\\\/\"'<>|:*?,;`)\\]}]";
  private static final String BACK_STEPS =
      "[\\\\/]+(?:"
          + BACK
          + "+|(?: "
          + BACK
          + "+){1,3}[\\\\/]|[\\\\/])*(?:(?: [\\pL\\pN()_-]+){1,2}"
          + MARK
          + "?"
          + EXTENSION
          + ")?";

  /** Before local addresses are marked. */
  static final List<TextRule> FILES =
      List.of(TextRule.with("://", "path.file", "(?i:file)://(?:localhost)?/" + STEPS, "<path>"));

  /** Before addresses: a share may be on a machine that is told by its address. */
  static final List<TextRule> SHARES =
      List.of(
          TextRule.with("//", "path.share", "(^|[\\s\"'=(])//[A-Za-z0-9_.-]+/" + STEPS, "$1<path>"),
          TextRule.with(
              "\\",
              "path.unc",
              "(^|[^\\pL\\pN\\\\:])(?:\\\\\\\\[?.]\\\\+(?:UNC)?)?\\\\{2,4}[\\pL\\pN][\\pL\\pN_.$-]*"
                  + BACK_STEPS,
              "$1<path>"));

  static final List<TextRule> RULES =
      List.of(
          TextRule.with(
              "/",
              "path.quoted",
              "([\"'`])(?i:file:/*)?(?:/(?i:"
                  + ROOTS
                  + ")|~[A-Za-z0-9_.-]*)/[^\"'`\\n"
                  + MARK
                  + "]*([\"'`])",
              "$1<path>$2"),
          TextRule.with(
              "/",
              "path.posix",
              "(^|[^\\pL\\pN/.}"
                  + MARK
                  + "]|file:/{0,2}|[a-z]=|\\pL:)(?:/(?:usr|export|opt|system|var|mnt|media|run|net|lustre|gpfs))?/(?i:"
                  + ROOTS
                  + ")/"
                  + STEP
                  + STEPS,
              "$1<path>"),
          TextRule.with(
              "/",
              "path.spool",
              "(^|[^\\pL\\pN/.])/(?:var/(?:mail|spool/(?:mail|cron)(?:/crontabs)?)|run/(?:user|media)|tmp/(?:hsperfdata_|systemd-private-|ssh-|[a-z]+-)|var/folders|var/lib/samba)/?"
                  + STEPS,
              "$1<path>"),
          TextRule.with(
              "~", "path.tilde", "(^|[^\\pL\\pN/~])~[A-Za-z0-9_.-]*[/\\\\]" + STEPS, "$1<path>"),
          TextRule.with(
              "/",
              "path.folder",
              "(^|[\\s\"'=(:,\\[])(?:/?[^\\s/\"'<>|:,;`()\\]}"
                  + MARK
                  + "]+)?/?(?:[^\\s/\"'<>|:,;`()\\]}"
                  + MARK
                  + "]+/)*"
                  + PERSONAL_FOLDER
                  + "/"
                  + STEP
                  + STEPS,
              "$1<path>"),
          TextRule.with(
              "\\",
              "path.quoted.windows",
              "([\"'`])(?:[A-Za-z]:|\\\\+)[\\\\/][^\"'`\\n" + MARK + "]*([\"'`])",
              "$1<path>$2"),
          new TextRule(
              "path.windows",
              List.of(":\\", ":/"),
              "(^|[^\\pL\\pN])[A-Za-z]:" + BACK_STEPS,
              "$1<path>"),
          TextRule.with(
              "\\",
              "path.folder.windows",
              "(^|[^\\pL\\pN])(?:[^\\s\\\\/\"'<>|:*?,;`()]+\\\\+)*"
                  + PERSONAL_FOLDER
                  + "[\\\\/]+"
                  + BACK
                  + "+"
                  + "(?:"
                  + BACK_STEPS
                  + ")?",
              "$1<path>"),
          TextRule.with(
              "\\",
              "user.domain",
              "(^|[^\\pL\\pN\\\\:/.])[A-Z][A-Z0-9-]{1,20}\\\\{1,2}[a-z][a-z0-9._-]+\\b",
              "$1<user>"),
          TextRule.with(
              ".",
              "file.quoted",
              "([\"'`>])[^\"'`\\n/\\\\<>="
                  + MARK
                  + "]*[\\pL\\pN][ _-][^\"'`\\n/\\\\<>="
                  + MARK
                  + "]*"
                  + EXTENSION
                  + "([\"'`<])",
              "$1<path>$2"),
          TextRule.with(
              ".",
              "file.whole",
              "^[\\pL\\pN][^\"'`\\n/\\\\<>=:"
                  + MARK
                  + "]*[\\pL\\pN)][ _-][^\"'`\\n/\\\\<>=:"
                  + MARK
                  + "]*"
                  + EXTENSION
                  + "\\z",
              "<path>"),
          TextRule.with(
              ".",
              "file.words",
              "(^|[\\s\"'=(:,\\[/>])(?:(?:\\p{Lu}\\pL*|[0-9]+|-|v[0-9]+|[(][^()\\n]+[)]) ){0,4}(?:\\p{Ll}+ [(][^()\\n]+[)]|[(][^()\\n]+[)]|(?:\\p{Ll}+ ){1,2}v[0-9]+)"
                  + EXTENSION,
              "$1<path>"),
          TextRule.with(
              ".",
              "file.clause",
              "(^|[\"'=(:,\\[/>] ?|\\n)(?:\\p{Lu}[\\pL'-]+(?: \\p{Lu}[\\pL'-]+)(?: \\pL+){0,2}(?: [0-9]{1,4})?|\\p{Lu}[\\pL'-]+(?: \\pL+){1,2} [0-9]{1,4}"
                  + "|\\p{Lo}{2,}(?: [\\pL\\pN]+){0,3})"
                  + EXTENSION,
              "$1<path>"),
          TextRule.with(
              ".",
              "file.joined",
              "(^|[\\s\"'=(:,\\[/>*`])[\\pL\\pN]+(?:[_-]+[\\pL\\pN()+]+){1,12}" + EXTENSION,
              "$1<path>"),
          TextRule.with(
              ".",
              "file.typed",
              "(^|[\\s\"'=(:,\\[/>])[\\pL\\pN_+()&#-]*(?:[A-Z]\\pL{2,}[_-]\\pL|[a-z][_-][A-Z][a-z]{2,}|[^\\x00-\\x7f]\\pL)[\\pL\\pN_.+()&#-]*"
                  + EXTENSION,
              "$1<path>"));

  private PathText() {}
}
