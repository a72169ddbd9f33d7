package io.coffer.systemtests.faults.round;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The results of a run in a file, one JSON object a line, so that a run may be cut in pieces. */
final class Results {

  private final Path file;

  Results(Path file) {
    this.file = file;
  }

  void add(Result result) throws IOException {
    Strike strike = result.round().strike();
    var line = Json.MAPPER.createObjectNode();
    line.put("seed", result.round().seed()).put("number", result.round().number());
    line.put("fault", strike.fault().name()).put("victim", strike.victim().name());
    line.put("up_seconds", result.upSeconds());
    result.broken().forEach(line.putArray("broken")::add);
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** All that were ever added. */
  List<Result> all() throws IOException {
    List<Result> all = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        all.add(read(Json.MAPPER.readTree(line)));
      }
    }
    return all;
  }

  private static Result read(JsonNode line) {
    Strike strike =
        new Strike(
            Fault.valueOf(line.path("fault").asText()),
            Victim.valueOf(line.path("victim").asText()));
    List<String> broken = new ArrayList<>();
    line.path("broken").forEach(one -> broken.add(one.asText()));
    Round round = new Round(line.path("seed").asLong(), line.path("number").asInt(), strike);
    return new Result(round, line.path("up_seconds").asDouble(), broken);
  }
}
