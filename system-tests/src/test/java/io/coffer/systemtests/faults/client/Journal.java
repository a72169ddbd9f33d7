package io.coffer.systemtests.faults.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client asked and what it was told, one JSON object a line, on the disk before the request
 * leaves and before the answer is believed.
 */
public final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private int last;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** An empty journal in this file. */
  public static Journal in(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new Journal(
        file,
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** Notes a request that is about to leave; returns its number. */
  synchronized int sends(String request, JsonNode body) throws IOException {
    last++;
    ObjectNode line = Json.MAPPER.createObjectNode().put("number", last).put("request", request);
    if (body != null) {
      line.set("sent", body);
    }
    write(line);
    return last;
  }

  /** Notes the answer to a request. */
  synchronized void answered(int number, Reply reply) throws IOException {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("number", number).put("status", reply.status());
    line.set("answer", reply.json());
    write(line);
  }

  /** Everything that was asked so far, as the disk has it. */
  public List<Entry> entries() throws IOException {
    Map<Integer, Entry> entries = new TreeMap<>();
    for (String text : Files.readAllLines(file)) {
      JsonNode line = Json.MAPPER.readTree(text);
      int number = line.path("number").asInt();
      Entry asked = entries.get(number);
      entries.put(
          number,
          asked == null
              ? new Entry(
                  number,
                  line.path("request").asText(),
                  line.path("sent"),
                  0,
                  MissingNode.getInstance())
              : new Entry(
                  number,
                  asked.request(),
                  asked.sent(),
                  line.path("status").asInt(),
                  line.path("answer")));
    }
    return new ArrayList<>(entries.values());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(ObjectNode line) throws IOException {
    channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    channel.force(false);
  }
}
