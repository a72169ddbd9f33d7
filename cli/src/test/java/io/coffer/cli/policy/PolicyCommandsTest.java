package io.coffer.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandsTest {

  @TempDir private Path folder;

  @Test
  void endsWellWhenAllVectorsAgree() throws IOException {
    assertThat(evaluate(vector("m1", "run"))).isEqualTo("m1 ok\n0");
  }

  @Test
  void printsALineForEachVectorAndEndsWithOneWhenOneDiffers() throws IOException {
    assertThat(evaluate(vector("m1", "run") + "," + vector("m2", "skipped")))
        .isEqualTo(
            "m1 ok\nm2 fires: expected [2024-05-01T00:00:00Z skipped],"
                + " the rules say [2024-05-01T00:00:00Z run]\n1");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThat(execute(folder.resolve("none.json"))).endsWith("1");
  }

  private static String vector(String id, String outcome) {
    return """
        {"id":"%s","kind":"misfire","input":{"fires":["2024-05-01T00:00:00Z"],
         "now":"2024-05-01T00:00:00Z","grace_min":0},"expected":[["2024-05-01T00:00:00Z","%s"]]}"""
        .formatted(id, outcome);
  }

  private String evaluate(String vectors) throws IOException {
    return execute(
        Files.writeString(folder.resolve("vectors.json"), "{\"vectors\":[" + vectors + "]}"));
  }

  private static String execute(Path file) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int code = new CommandLine(new PolicyCommands()).execute("evaluate-vectors", file.toString());
      return printed.toString(StandardCharsets.UTF_8) + code;
    } finally {
      System.setOut(before);
    }
  }
}
