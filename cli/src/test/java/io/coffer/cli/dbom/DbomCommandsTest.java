package io.coffer.cli.dbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class DbomCommandsTest {

  @TempDir private Path folder;

  @Test
  void readsAPasswordFromAFileAndFromTheStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "Secret-of-a-file-1\n");
    assertThat(option("--password-file", file.toString()).read("Password"))
        .isEqualTo("Secret-of-a-file-1");
    assertThat(piped("Piped-secret-1\nwhat else comes\n")).isEqualTo("Piped-secret-1");
    assertThatThrownBy(() -> piped("")).hasMessage("No password was given");
  }

  /** Whatever stands on a command line can be read by every process of the machine. */
  @Test
  void takesNoPasswordOnTheCommandLine() {
    List<String> names =
        new CommandLine(new DbomCommands())
            .getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .filter(name -> name.contains("password"))
                .distinct()
                .toList();
    assertThat(names).containsExactly("--password-file");
  }

  @Test
  void ordersForMonthsOrYears() {
    JsonNode least = order();
    assertThat(least.path("period_type").asInt()).isEqualTo(2);
    assertThat(least.path("period_num").asInt()).isEqualTo(1);
    assertThat(least.path("is_auto_pay").asInt(7)).isZero();
    JsonNode years = order("--years", "2", "--pay", "--security-group=a", "--security-group=b");
    assertThat(years.path("period_type").asInt()).isEqualTo(3);
    assertThat(years.path("period_num").asInt()).isEqualTo(2);
    assertThat(years.path("is_auto_pay").asInt()).isEqualTo(1);
    assertThat(years.path("security_groups")).hasSize(2);
    assertThatThrownBy(() -> order("--years", "2", "--months", "1"))
        .hasMessageContaining("not both");
  }

  private static JsonNode order(String... arguments) {
    return CommandLine.populateCommand(new InstanceOrder(), arguments).body("om", "Secret-1");
  }

  private static PasswordOption option(String... arguments) {
    return CommandLine.populateCommand(new PasswordOption(), arguments);
  }

  private static String piped(String text) throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return option().read("Password");
    } finally {
      System.setIn(before);
    }
  }
}
