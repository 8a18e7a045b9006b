package dev.candor.docs;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.exporter.EventItem;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The module map of the design (section 3) and the calls that nobody makes. */
@AnalyzeClasses(
    packages = "dev.candor.telemetry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String API = "dev.candor.telemetry";
  private static final String SPI = "dev.candor.telemetry.spi..";
  private static final String SCRUB = "dev.candor.telemetry.scrub..";
  private static final String EXPORTER = "dev.candor.telemetry.exporter..";
  private static final String DOOR = "dev.candor.telemetry.exporter.door..";
  private static final String OUTBOX = "dev.candor.telemetry.outbox..";
  private static final String ENGINE = "dev.candor.telemetry.otel..";
  private static final String SQUID = "dev.candor.telemetry.squid..";
  private static final String REGISTRY = "dev.candor.telemetry.registry..";
  private static final String GATEWAY = "dev.candor.telemetry.gateway..";
  private static final String COLLECTOR = "dev.candor.telemetry.collector..";
  private static final String CONSOLE = "dev.candor.telemetry.console..";
  private static final String TESTKIT = "dev.candor.telemetry.testkit..";
  private static final String PROCESSOR = "dev.candor.telemetry.processor..";
  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify..";

  @ArchTest
  static final ArchRule apiKnowsNoBackend =
      only(API, SPI).because("applications compile against the API alone");

  @ArchTest
  static final ArchRule processorDependsOnNothing =
      only(PROCESSOR, "javax..").because("it serves the API's own events without a cycle");

  @ArchTest
  static final ArchRule scrubDependsOnNothing =
      only(SCRUB).because("the first line of defence is one that anybody can read alone");

  @ArchTest
  static final ArchRule exportersKnowNeitherConsentNorStore =
      only(
              EXPORTER,
              API,
              SCRUB,
              REGISTRY,
              "io.opentelemetry..",
              "com.fasterxml.jackson.core..",
              "javax.net.ssl..",
              "io.sentry..")
          .because("a destination gets items that may leave and nothing else");

  @ArchTest
  static final ArchRule onlyTheDoorLooksAtWhatAnybodySends =
      noClasses()
          .that()
          .resideInAPackage(EXPORTER)
          .and()
          .resideOutsideOfPackage(DOOR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SCRUB, REGISTRY)
          .because("a destination gets items that were looked at already");

  @ArchTest
  static final ArchRule registryKnowsNoExporter =
      only(REGISTRY, SCRUB, "org.snakeyaml.engine..")
          .because("the Collector's generator, the exporters and the gateway ask the same rules");

  @ArchTest
  static final ArchRule sentryIsItsExportersMatter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.candor.telemetry.exporter.sentry..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sentry..")
          .because("no other module may need a vendor's library");

  @ArchTest
  static final ArchRule nobodyTouchesTheHostsSentry =
      noClasses()
          .should()
          .accessTargetWhere(targetOwner(name("io.sentry.Sentry")))
          .allowEmptyShould(true)
          .because("the Sentry of this process belongs to the application");

  @ArchTest
  static final ArchRule outboxKnowsNoEngine =
      only(OUTBOX, API, EXPORTER, "org.sqlite..", "com.fasterxml.jackson.core..")
          .because("the gateway uses the same store");

  @ArchTest
  static final ArchRule engineKnowsNoApplication =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SQUID, COLLECTOR, CONSOLE)
          .because("data moves one way");

  @ArchTest
  static final ArchRule gatewayKnowsNoVendor =
      only(
              GATEWAY,
              API,
              SCRUB,
              "dev.candor.telemetry.exporter",
              DOOR,
              OUTBOX,
              REGISTRY,
              "com.google.protobuf..",
              "io.opentelemetry.proto..",
              "com.fasterxml.jackson.core..",
              "org.snakeyaml.engine..",
              "org.eclipse.jetty..",
              "io.prometheus.metrics..",
              "javax.crypto..")
          .because("it stands where the engine stands in an application, and is no part of one");

  @ArchTest
  static final ArchRule onlyTheGatewayServes =
      noClasses()
          .that()
          .resideOutsideOfPackage(GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..")
          .because("no other module may need a server");

  @ArchTest
  static final ArchRule squidSpeaksThroughTheApi =
      only(
              SQUID,
              API,
              SPI,
              SCRUB,
              "com.fasterxml.jackson..",
              "org.snakeyaml.engine..",
              "javax.xml..")
          .because("a watched program uses the same door as any application");

  @ArchTest
  static final ArchRule nobodyDependsOnTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CONSOLE)
          .because("the command line is one user of the modules among others");

  @ArchTest
  static final ArchRule nobodyLooksUpNames =
      noClasses()
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(owner(type(InetAddress.class)))
                  .and(
                      JavaCall.Predicates.target(
                          fullNameMatching(
                              ".*\\.(getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName)\\(.*"))))
          .because("a name look-up leaves the machine (promise P1)");

  @ArchTest
  static final ArchRule nobodyTouchesTheHostsTelemetry =
      noClasses()
          .should()
          .accessTargetWhere(targetOwner(type(GlobalOpenTelemetry.class)))
          .because("the global instance belongs to the application");

  @ArchTest
  static final ArchRule hotPathHasNoRegex =
      noClasses()
          .that()
          .resideInAnyPackage(SCRUB, EXPORTER, OUTBOX, ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .because("hostile text must cost linear time");

  @ArchTest
  static final ArchRule freeTextIsReadInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.candor.telemetry.otel.AttributeCollector")
          .should()
          .callMethod(Text.class, "reveal")
          .orShould()
          .callMethod(Hashed.class, "reveal")
          .because("what is typed reaches the sanitizer or the hash and nothing else (promise P4)");

  @ArchTest
  static final ArchRule callsByNameHaveNoWayOfTheirOwn =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("OtelNamed")
          .or()
          .haveSimpleNameStartingWith("Named")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OUTBOX, EXPORTER, SCRUB)
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.otel\\.(AttributeCollector|EventRecorder|Storage|Recorded)")
          .because("a name becomes the record that a typed call would have made (promise P4)");

  @ArchTest
  static final ArchRule nobodyReadsWhatAnErrorSays =
      noClasses()
          .that()
          .resideInAnyPackage(SCRUB, EXPORTER, OUTBOX, ENGINE, SQUID)
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(owner(assignableTo(Throwable.class)))
                  .and(
                      JavaCall.Predicates.target(
                          fullNameMatching(
                              ".*\\.(getMessage|getLocalizedMessage|toString|printStackTrace)\\(.*"))))
          .because("a message holds whatever the failing code had at hand (promise P4)");

  @ArchTest
  static final ArchRule itemsAreMadeByRecorderAndDoorAndReadFromTheStore =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.candor.telemetry.otel.EventRecorder")
          .and()
          .doNotHaveFullyQualifiedName("dev.candor.telemetry.exporter.ItemReader")
          .and()
          .doNotHaveFullyQualifiedName("dev.candor.telemetry.exporter.door.Doorkeeper")
          .and()
          .doNotHaveFullyQualifiedName(EventItem.class.getName())
          .and()
          .resideOutsideOfPackage(TESTKIT)
          .should()
          .callConstructorWhere(JavaCall.Predicates.target(owner(type(EventItem.class))))
          .orShould()
          .callMethod(
              EventItem.class,
              "of",
              String.class,
              String.class,
              Purpose.class,
              long.class,
              long.class,
              SourceTelemetry.Status.class,
              Map.class,
              Map.class)
          .because("behind recorder and door stand schema and sanitizer (promise P4)");

  @ArchTest
  static final ArchRule openTelemetryDataIsMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages(EXPORTER, TESTKIT)
          .should()
          .beAssignableTo(SpanData.class)
          .orShould()
          .beAssignableTo(MetricData.class)
          .because("strings of the host application must have no second way in (promise P4)");

  @ArchTest
  static final ArchRule nobodyWritesToStandardError =
      noClasses()
          .that()
          .resideOutsideOfPackage(TESTKIT)
          .should()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because("the application never notices (promise P9)");

  @Test
  void tests_all_waitForEventsInsteadOfSleeping() {
    List<Path> sleeping =
        Repository.files(".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .filter(file -> !file.endsWith("ArchitectureTest.java"))
            .filter(
                file ->
                    Repository.lines(file).stream()
                        .anyMatch(line -> line.contains("Thread.sleep(")))
            .toList();

    assertThat(sleeping).isEmpty();
  }

  /**
   * Classes of the first package depend only on the packages named here, the JDK's and their own.
   */
  private static ArchRule only(String own, String... others) {
    String[] allowed = new String[others.length + 3];
    System.arraycopy(others, 0, allowed, 0, others.length);
    allowed[others.length] = own;
    allowed[others.length + 1] = JDK;
    allowed[others.length + 2] = NULLNESS;
    return noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(allowed)
        .allowEmptyShould(false);
  }
}
