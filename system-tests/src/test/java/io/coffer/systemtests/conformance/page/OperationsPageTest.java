package io.coffer.systemtests.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperationsPageTest {

  private static final Path PAGE = Path.of("../docs/operations.md");

  private final ApiDocument document = ApiDocument.read();
  private final Map<String, List<String>> tests = tests();

  @Test
  void saysWhatTheDocumentSays() throws IOException {
    String wanted = OperationsPage.of(document, tests);
    if ("write".equals(System.getProperty("coffer.docs"))) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(PAGE).hasContent(wanted);
  }

  @Test
  void knowsATestForEveryOperation() {
    assertThat(tests.keySet())
        .containsExactlyInAnyOrderElementsOf(
            document.operations().stream().map(Operation::id).toList());
  }

  private static Map<String, List<String>> tests() {
    Map<String, List<String>> tests = new TreeMap<>();
    for (JavaClass type : new ClassFileImporter().importPackages("io.coffer.systemtests")) {
      for (JavaMethod method : type.getMethods()) {
        if (method.isAnnotatedWith(Covers.class)) {
          for (String operation : method.getAnnotationOfType(Covers.class).value()) {
            tests
                .computeIfAbsent(operation, any -> new ArrayList<>())
                .add(type.getSimpleName() + "." + method.getName());
          }
        }
      }
    }
    tests.values().forEach(list -> list.sort(null));
    return tests;
  }
}
