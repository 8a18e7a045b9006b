package dev.candor.telemetry.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Checks every {@code @TelemetryEvent} record and every {@code @EventCatalog}, and generates for
 * each catalogue its encoders, its registry and its line in the service file.
 *
 * <p>Reads annotations by name and depends on nothing, so that telemetry-api's own events are
 * processed by it as well. What it writes depends on the sources alone: no clock, no machine.
 */
@SupportedAnnotationTypes({
  CandorProcessor.EVENT,
  CandorProcessor.CATALOG,
  Mirrors.API + "Attr",
  Mirrors.API + "Setting"
})
public final class CandorProcessor extends AbstractProcessor {
  static final String EVENT = Mirrors.API + "TelemetryEvent";
  static final String CATALOG = Mirrors.API + "EventCatalog";

  /** Catalogues by qualified name that are not written yet, and those that are. */
  private final Set<String> waiting = new LinkedHashSet<>();

  private final Map<String, String> written = new LinkedHashMap<>();
  private final Set<String> roots = new LinkedHashSet<>();
  private final Set<ModuleElement> modules = new LinkedHashSet<>();
  private Elements elements;
  private Problems problems;

  /** For javac. */
  public CandorProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    elements = environment.getElementUtils();
    problems = new Problems(environment.getMessager());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      collect(root);
    }
    if (round.processingOver()) {
      finish();
    } else {
      writeCatalogs();
    }
    return false;
  }

  private void collect(Element element) {
    if (element instanceof ModuleElement module) {
      modules.add(module);
    }
    if (!(element instanceof TypeElement type)) {
      return;
    }
    roots.add(type.getQualifiedName().toString());
    if (Mirrors.find(type, "EventCatalog", elements).isPresent()) {
      waiting.add(type.getQualifiedName().toString());
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::collect);
  }

  private void writeCatalogs() {
    ListedEnums listed = listed();
    for (String name : Set.copyOf(waiting)) {
      TypeElement catalog = elements.getTypeElement(name);
      Mirrors annotation = Mirrors.find(catalog, "EventCatalog", elements).orElseThrow();
      if (isUnresolved(annotation)) {
        continue; // another processor may still generate it; otherwise javac reports it
      }
      waiting.remove(name);
      Optional<CatalogModel> model =
          new CatalogReader(elements, problems, listed).read(catalog, annotation);
      model.ifPresent(found -> write(catalog, found));
    }
  }

  private static boolean isUnresolved(Mirrors catalog) {
    return ListedEnums.MEMBERS.stream().anyMatch(catalog::unresolved)
        || catalog.types("events").stream()
            .flatMap(event -> event.getRecordComponents().stream())
            .anyMatch(component -> AttributeReader.isUnresolved(component.asType()));
  }

  private void write(TypeElement catalog, CatalogModel model) {
    byte[] registry = RegistryWriter.write(model).getBytes(StandardCharsets.UTF_8);
    try {
      try (Writer source =
          processingEnv.getFiler().createSourceFile(model.generatedType(), catalog).openWriter()) {
        source.write(CatalogWriter.write(model, sha256(registry)));
      }
      try (OutputStream resource =
          processingEnv
              .getFiler()
              .createResource(StandardLocation.CLASS_OUTPUT, "", model.registryResource(), catalog)
              .openOutputStream()) {
        resource.write(registry);
      }
      written.put(model.type(), model.generatedType());
    } catch (IOException e) {
      problems.error(catalog, "cannot write what is generated from the catalogue: " + e);
    }
  }

  private void finish() {
    ListedEnums listed = listed();
    for (String name : roots) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        checkListed(type, listed);
      }
    }
    written.forEach(
        (catalog, generated) -> checkProvided(elements.getTypeElement(catalog), generated));
    Set<String> services = new TreeSet<>(written.values());
    for (String earlier : Services.read(processingEnv.getFiler())) {
      if (elements.getTypeElement(earlier) != null) {
        services.add(earlier);
      }
    }
    if (written.isEmpty()) {
      return;
    }
    try {
      Services.write(processingEnv.getFiler(), services);
    } catch (IOException e) {
      problems.error(
          elements.getTypeElement(written.keySet().iterator().next()),
          "cannot write the service file: " + e);
    }
  }

  private void checkListed(TypeElement type, ListedEnums listed) {
    boolean event = Mirrors.find(type, "TelemetryEvent", elements).isPresent();
    if (event && EventReader.isRecord(type, problems)) {
      if (!listed.implementsApi(type, "Event")) {
        problems.error(
            type,
            type.getSimpleName() + " is an event: let it implement dev.candor.telemetry.Event");
      } else if (!listed.contains(type)) {
        problems.warning(
            type,
            "no catalogue lists "
                + type.getSimpleName()
                + ", so it is never recorded: add it to @EventCatalog(events = {...})");
      }
    } else if (type.getKind() == ElementKind.ENUM && !listed.isEmpty()) {
      listed.require(type, type);
    }
  }

  /** What all catalogues list: those compiled now and those that an earlier compilation left. */
  private ListedEnums listed() {
    ListedEnums listed = new ListedEnums(problems);
    Set<String> catalogs = new LinkedHashSet<>(roots);
    for (String generated : Services.read(processingEnv.getFiler())) {
      TypeElement type = elements.getTypeElement(generated);
      if (type != null) {
        // LabEvents_Catalog stands beside LabEvents, Outer_Inner_Catalog beside Outer.Inner.
        String name = generated.substring(0, Math.max(0, generated.lastIndexOf("_Catalog")));
        catalogs.add(name);
        catalogs.add(name.replace('_', '.'));
      }
    }
    for (String name : catalogs) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        Mirrors.find(type, "EventCatalog", elements).ifPresent(listed::add);
      }
    }
    return listed;
  }

  private void checkProvided(TypeElement catalog, String generated) {
    ModuleElement module = elements.getModuleOf(catalog);
    if (module == null || !modules.contains(module)) {
      // No named module, or its tests are compiled now and cannot change its directives.
      return;
    }
    boolean provided =
        ElementFilter.providesIn(module.getDirectives()).stream()
            .filter(
                directive ->
                    directive.getService().getQualifiedName().contentEquals(Services.SERVICE))
            .flatMap(directive -> directive.getImplementations().stream())
            .anyMatch(implementation -> implementation.getQualifiedName().contentEquals(generated));
    if (!provided) {
      problems.error(
          catalog,
          "module "
              + module.getQualifiedName()
              + " does not offer this catalogue: add to module-info.java the line\n    provides "
              + Services.SERVICE
              + " with "
              + generated
              + ";");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
