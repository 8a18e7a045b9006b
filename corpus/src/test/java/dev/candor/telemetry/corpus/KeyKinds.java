package dev.candor.telemetry.corpus;

import java.util.List;

/**
 * Keys of vendors. Their prefixes are put together at run time, so that no scanner of sources
 * stumbles over them.
 */
final class KeyKinds {
  private KeyKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.secret("key_aws", KeyKinds::aws),
        Kind.secret("key_gcp", KeyKinds::gcp),
        Kind.secret("key_azure", KeyKinds::azure),
        Kind.secret("key_github", KeyKinds::github),
        Kind.secret("key_slack", KeyKinds::slack),
        Kind.secret("key_stripe", KeyKinds::stripe),
        Kind.secret("key_model_provider", KeyKinds::model),
        Kind.secret("key_other_vendor", KeyKinds::other),
        Kind.secret("key_generic", KeyKinds::generic));
  }

  private static String label(Dice dice) {
    return dice.pick("api key", "token", "secret", "access key", "key", "credential", "apikey");
  }

  private static Planted key(String prefix, String secret, Dice dice) {
    return Planted.plain(label(dice), prefix + secret, secret);
  }

  private static Planted aws(Tongue tongue, Dice dice) {
    if (dice.chance(40)) {
      String secret = dice.mixed(Dice.WORD + "/+", 40);
      return Planted.under(
          dice.pick("aws_secret_access_key", "SecretAccessKey", "secret access key"),
          secret,
          secret);
    }
    return key(dice.pick("AK", "AS") + "IA", dice.from(Dice.BASE32, 16), dice);
  }

  private static Planted gcp(Tongue tongue, Dice dice) {
    return switch (dice.between(0, 2)) {
      case 0 -> key("AI" + "za" + "Sy", dice.mixed(Dice.WORD + "-_", 33), dice);
      case 1 -> key("ya" + "29.", dice.mixed(Dice.WORD + "-_", 60), dice);
      default -> key("GOC" + "SPX-", dice.mixed(Dice.WORD + "-_", 28), dice);
    };
  }

  private static Planted azure(Tongue tongue, Dice dice) {
    String secret = dice.mixed(Dice.WORD + "+/", 86);
    String signature = dice.mixed(Dice.WORD, 43);
    return switch (dice.between(0, 3)) {
      case 0 ->
          Planted.plain(
              "connection string",
              "DefaultEndpointsProtocol=https;AccountName=imaging;AccountKey="
                  + secret
                  + "==;EndpointSuffix=core.windows.net",
              secret);
      case 1 ->
          Planted.under(
              dice.pick("AccountKey", "azure storage key", "SharedAccessKey"),
              secret + "==",
              secret);
      case 2 ->
          Planted.plain(
              "url",
              "https://imaging.blob.core.windows.net/runs?sv=2024-11-04&sp=r&sig="
                  + signature
                  + "%3D",
              signature);
      default -> {
        String client = dice.mixed(Dice.WORD, 3) + "8Q~" + dice.mixed(Dice.WORD + "-_.~", 34);
        yield Planted.under(
            dice.pick("client secret", "azure client secret"), client, client.substring(6));
      }
    };
  }

  private static Planted github(Tongue tongue, Dice dice) {
    return dice.chance(30)
        ? key("github" + "_pat_", dice.token(22) + "_" + dice.token(59), dice)
        : key("gh" + dice.pick("p", "o", "u", "s", "r") + "_", dice.token(36), dice);
  }

  private static Planted slack(Tongue tongue, Dice dice) {
    return switch (dice.between(0, 2)) {
      case 0 -> {
        String secret = dice.token(24);
        String path = "T" + dice.mixedUpper(10) + "/B" + dice.mixedUpper(10) + "/";
        yield Planted.plain(
            "webhook", "https://hooks.slack" + ".com/services/" + path + secret, secret);
      }
      case 1 ->
          key(
              "xa" + "pp-1-A" + dice.mixedUpper(10) + "-" + dice.digits(13) + "-",
              dice.from(Dice.HEX, 64),
              dice);
      default ->
          key(
              "xo"
                  + "x"
                  + dice.pick("b", "p", "a")
                  + "-"
                  + dice.digits(12)
                  + "-"
                  + dice.digits(13)
                  + "-",
              dice.token(24),
              dice);
    };
  }

  private static Planted stripe(Tongue tongue, Dice dice) {
    return dice.chance(20)
        ? key("wh" + "sec_", dice.token(32), dice)
        : key(
            dice.pick("sk", "rk") + "_" + dice.pick("live", "test") + "_",
            dice.token(dice.pick(24, 99)),
            dice);
  }

  private static Planted model(Tongue tongue, Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0 -> key("sk-" + "ant-" + "api03-", dice.mixed(Dice.WORD + "-_", 93) + "AA", dice);
      case 1 -> key("sk-" + "proj-", dice.mixed(Dice.WORD + "-_", 74), dice);
      case 2 -> key("h" + "f_", dice.from(Dice.UPPER + Dice.LOWER, 34), dice);
      case 3 -> key("gs" + "k_", dice.token(52), dice);
      default -> key("sk-" + "or-v1-", dice.from(Dice.HEX, 64), dice);
    };
  }

  private static Planted other(Tongue tongue, Dice dice) {
    return switch (dice.between(0, 6)) {
      case 0 -> key("gl" + "pat-", dice.mixed(Dice.WORD + "-_", 20), dice);
      case 1 -> key("np" + "m_", dice.token(36), dice);
      case 2 -> key("S" + "G." + dice.token(22) + ".", dice.token(43), dice);
      case 3 -> key("do" + "p_v1_", dice.from(Dice.HEX, 64), dice);
      case 4 -> key("dck" + "r_pat_", dice.mixed(Dice.WORD + "-_", 27), dice);
      case 5 -> key("shp" + "at_", dice.from(Dice.HEX, 32), dice);
      default -> key("py" + "pi-AgEIcHlwaS5vcmc", dice.mixed(Dice.WORD + "-_", 80), dice);
    };
  }

  private static Planted generic(Tongue tongue, Dice dice) {
    String label =
        dice.pick(
            "api_key",
            "secret_key",
            "auth token",
            "client_secret",
            "access_token",
            "x-api-key",
            "api token",
            "signing key");
    String secret =
        dice.pick(
            dice.from(Dice.HEX, 32),
            dice.token(32),
            dice.mixed(Dice.WORD + "-_", 40),
            dice.mixed(Dice.WORD + "/+", 43) + "=",
            dice.from(Dice.HEX, 8)
                + "-"
                + dice.from(Dice.HEX, 4)
                + "-4"
                + dice.from(Dice.HEX, 3)
                + "-a"
                + dice.from(Dice.HEX, 3)
                + "-"
                + dice.from(Dice.HEX, 12));
    return Planted.under(label, secret, secret);
  }
}
