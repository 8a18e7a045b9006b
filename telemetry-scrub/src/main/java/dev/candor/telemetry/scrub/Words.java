package dev.candor.telemetry.scrub;

/** Words that name nobody: common English of programs, and marks that stand for no value. */
final class Words {
  private static final int MAX_WORD = 24;

  private static final WordSet COMMON =
      WordSet.of(
          """
          a able abort aborted about above access account accounts acquisition action active add added
          address admin after again agent all allocation allow allowed already also always an analysis
          and annotation another any api app application are area argument array as assert at attempt
          attribute auth authentication authorization auto autofocus available average avg await axis
          background backup bad bar base batch be because been before begin being below best between bf
          big binary bind bit bits black blank block blocked blue body book bool boolean bottom bound
          break bright bucket buffer bug build button by byte bytes cache calibration call callback
          camera can cancel cancelled cannot capture card case cell center chain change channel
          channels char chart check checksum child class clean clear click client clock close closed
          cloud cluster code collection color column command comment commit compile complete completed
          component compute condition config configuration confirm conflict connect connected
          connection console constant consumer contact container content context continue control
          controller convert coordinate coordinates copy core corner correct corrupt could count counter cover
          cpu crash create created credentials cross current custom customer daemon dark dashboard data database
          date day deadlock debug decimal default define defined delay delete delta demo denied depth
          description design detail details detected device df dialog did diff digest dir directory
          disabled disconnect disconnected disk display do docs document documents does done dot double
          down download draft driver drop dump duplicate duration during each edge edit editor element
          else email empty enabled encoding end endpoint engine entity entry enum environment equal
          error errors escape even event events every example exception executor exist existing
          exists exit expected experiment experience expired export expression extended external factory fail failed
          failure false fast fatal feature fetch field fields figure file files fill filter final find
          fine finish first fit fix flag flags flash float flow flush focus folder font for force
          foreign form format forward found fov frame frames free from front full function
          further future gain gateway general generated get given global go good got gpu graph gray
          green grid group guard guest guide had half handle handler handling happened hardware has
          hash have head header health heap heartbeat height hello help here hidden high history hit
          hold home homing hook host hour how html http https icon id identifier identity idle if
          ignore ignored illegal image images img import in inactive index info information init
          initial initialize inner input insert inside instance int integer intensity interface
          internal interrupt interval into invalid invoke is issue it item items iteration its job jobs
          join json just key keyboard keys kind label language large laser last latency latest layer
          layout lead learning led left length less level library light like limit line lines link
          list listener lists live load loaded loader local localhost locale location lock locked log logger
          logging login logo logout long loop low lower machine macro made magenta mail main make manager manual
          many map mark mask master match matching matrix max may maybe mean measure media member
          memory menu merge message metadata method metric metrics mid min minute missing mode model
          module monitor more most mount mouse move moving must mutex name named names native need
          negative network never new next no node none normal not note nothing notice notification now
          null number numbers object objective observer of off offset ok old on once one only open
          opened operation operator option options or order origin original other out outer output
          over overflow overview overwrite own owner pack package page panel parallel parameter parameters parent
          parse part partial pass passed password path pattern peer pending per percent performance period
          permission permissions phase photo picture pid pipe pipeline pixel place plain plan plate play please
          plot plugin point pointer policy poll pool pop port position positive possible post power pre
          preferences prefix presence present press preview previous primary print priority private problem process
          producer product profile program progress project prompt property protocol provider proxy
          public pull purpose push put query queue quick quiet quit quota random range rate ratio raw
          reached read reader readme ready real reason receive received record records recover red
          reference refresh refused region registry reject rejected relative release reload remote
          remove rename render repeat replace reply report repository request required requirements
          res reset resize resolve resource resources response rest restart result results retry
          return revision right ring role root rotate route row rows rule run runner running runtime
          safe same sample save saved scale scan scene schedule scheduler schema scope score screen
          screenshot script scroll search second section security see segment select selected self semaphore send
          sender sensor sent separator sequence serial server service session set setting settings
          setup several shape shard share shared sheet shell shift short should show shutdown side
          sign signal simple simulated simulation since single size skip sleep slice slot slow small
          smooth snapshot so socket software solution some sort sorted source space span spec speed
          split square stack stage stale standard start started starting state static statistics status step
          still stop stopped storage store stream string strong stub style sub submit success such sum
          summary super support suspend switch symbol sync syntax system tab table tag target task tasks
          team template temp temporary terminal test tests text than that the theme then there these
          they thing this thread threads threshold through throw thumbnail tick tile time timeline timeout timer
          timestamp title to toggle token too tool toolbar tools top total trace traceback track
          transaction transfer transform tree trigger true try turn two type ui unable undefined
          under unexpected unit units unknown unlock until unused up update upload upper uptime url
          usage use used user users using util utils valid value values variable vector verify version
          via video view violation virtual visible visit volume wait waiting wake want warm warn
          warning was watch watchdog we web welcome well were what when where which while white
          who whole why widget width will window windows with within without word work worker workers
          workflow workspace world wrap write written wrong xml yaml year yellow yes yet you your
          zero zip zone zoom agreement attributes authenticated authorized base64 basic bearer bot closes
          creation cursor deleted expiry exceeded experiments hint hints host hosts incorrect
          initiated input inputs insufficient intent legacy lookup mismatch namespace none observed
          omitted placeholder preference privileges prod production dev development staging qa locally
          reader registration roles scopes secret secrets sessions stories story synced thinks
          validation verified verification wizard wants writes anonymous nobody system service public
          would should could might shall must has had does did ident friendly tries tried says said sees saw goes gave gives took takes made makes knows knew
          round plane probe fluidics serial coords port ports com instanceof extends implements throws leaves and or xor nand nor nil na void any other redacted masked hidden removed n/a tbd todo absent
          """);

  private static final WordSet NO_VALUE =
      WordSet.of(
          """
          true false null none nil undefined unknown yes no on off default empty missing invalid
          anonymous localhost any all other redacted masked hidden removed na nan void absent
          and or not xor required optional string int integer boolean bool number object array
          unset unspecified unassigned unnamed untitled blank unavailable inherit inherited auto
          automatic dummy example placeholder todo tbd tba nobody someone anyone everyone self
          noname nouser nohost unlimited unregistered unidentified notset unsupported ignored
          """);

  /** What became of something: {@code login=failed} names nobody. */
  private static final WordSet STATES =
      WordSet.of(
          """
          failed failure success succeeded successful ok done pending running idle active inactive
          enabled disabled missing invalid valid expired denied granted accepted rejected required
          optional ready started stopped closed open locked unlocked changed incorrect wrong
          """);

  private static final String[] ENGLISH = {
    "ed", "ing", "ly", "tion", "sion", "able", "ible", "ment", "ness", "ally", "ful", "less", "ity"
  };

  private Words() {}

  /** Whether a range holds one common word, whatever its case. */
  static boolean isCommon(String text, int from, int to) {
    return COMMON.contains(text, from, to);
  }

  /** A common word of any language, or one that ends as English words do and names do not. */
  static boolean isEnglish(String text, int from, int to) {
    if (isCommon(text, from, to) || ForeignWords.has(text, from, to)) {
      return true;
    }
    if (to - from > 3
        && Chars.lower(text.charAt(to - 1)) == 's'
        && (isCommon(text, from, to - 1)
            || (text.charAt(to - 2) == 'e' && isCommon(text, from, to - 2)))) {
      return true;
    }
    if (to - from < 6 || to - from > MAX_WORD || !Chars.isLower(text.charAt(from))) {
      return false;
    }
    for (String ending : ENGLISH) {
      if (text.startsWith(ending, to - ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a range stands for the absence of a value, or for a mask put there by others. */
  static boolean isNoValue(String text, int from, int to) {
    boolean masked = true;
    for (int i = from; i < to && masked; i++) {
      char c = text.charAt(i);
      masked = c == '*' || c == '.' || c == '-' || c == '?' || c == '\u2022';
    }
    return masked || NO_VALUE.contains(text, from, to) || STATES.contains(text, from, to);
  }
}
