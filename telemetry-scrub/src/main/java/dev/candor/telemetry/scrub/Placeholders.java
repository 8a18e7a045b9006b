package dev.candor.telemetry.scrub;

/** The marks that stand for what was taken out: {@code <email>}, {@code <path:.tif>}. */
final class Placeholders {
  private static final int MAX_EXTENSION = 8;

  private static final WordSet EXTENSIONS =
      WordSet.of(
          """
          7z avi bam bin bmp cfg conf csv czi dat db dcm dll dmg doc docx eml exe fasta fastq gif gz h5
          hdf5 htm html ini ipynb java jpeg jpg js json key kdbx lif lock log mat md mkv mov mp4 msg nd2
          nii npy npz odt p12 pdf pem pfx png ppk ppt pptx pt py raw rtf so sql sqlite svg tar tgz tif
          tiff toml txt vcf vsi wav xls xlsx xml yaml yml zarr zip
          """);

  private Placeholders() {}

  /** Appends the placeholder of a finding; of a path it keeps a well-known extension. */
  static void append(String text, Finding finding, StringBuilder out) {
    out.append('<').append(finding.kind().word());
    if (finding.kind() == Kind.PATH) {
      int end = finding.end();
      int dot = end - 1;
      while (dot > finding.start()
          && end - dot <= MAX_EXTENSION
          && Chars.isAlnum(text.charAt(dot))) {
        dot--;
      }
      if (text.charAt(dot) == '.' && EXTENSIONS.contains(text, dot + 1, end)) {
        out.append(':').append('.');
        for (int i = dot + 1; i < end; i++) {
          out.append(Chars.lower(text.charAt(i)));
        }
      }
    }
    out.append('>');
  }

  /** Whether a placeholder starts here. */
  static boolean at(String text, int at) {
    return end(text, at) > 0;
  }

  /** The end of the placeholder that starts here, or 0. */
  static int end(String text, int at) {
    if (at < 0 || at >= text.length() || text.charAt(at) != '<') {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && end - at < 10 && Chars.isLower(text.charAt(end))) {
      end++;
    }
    for (Kind kind : KINDS) {
      if (kind.word().length() == end - at - 1 && text.startsWith(kind.word(), at + 1)) {
        if (text.startsWith(":.", end)) {
          int extension = end + 2;
          end = extension;
          while (end < text.length()
              && end - extension < MAX_EXTENSION
              && Chars.isAlnum(text.charAt(end))) {
            end++;
          }
        }
        return text.startsWith(">", end) ? end + 1 : 0;
      }
    }
    return 0;
  }

  private static final Kind[] KINDS = Kind.values();
}
