package io.coffer.messaging.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Classes under check, read once for all rules. */
final class ImportedClasses {

  private static final Map<List<String>, JavaClasses> READ = new ConcurrentHashMap<>();

  static {
    // The rules look at names alone, and reading what lies around the classes takes ten times as
    // long.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private ImportedClasses() {}

  static JavaClasses of(List<String> packages) {
    return READ.computeIfAbsent(
        packages,
        names ->
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(names));
  }

  static JavaClasses of(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }
}
