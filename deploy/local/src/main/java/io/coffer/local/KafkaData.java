package io.coffer.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The files of a broker that say whose data these are. They are made once; what a crash tore is
 * taken from the copy beside the data, or found anew where the broker can.
 *
 * @param path the directory of the broker's logs
 */
record KafkaData(Path path) {

  private static final String IDENTITY = "meta.properties";
  private static final Set<String> IDS = Set.of("version", "cluster.id", "node.id", "directory.id");

  /** Makes a new directory fit for a broker, or mends one that was in use. */
  void prepare() {
    try {
      if (isWhole(path.resolve(IDENTITY))) {
        keepCopy();
      } else if (isWhole(copy())) {
        WholeFile.write(path.resolve(IDENTITY), Files.readString(copy()));
      } else if (Files.exists(path.resolve("__cluster_metadata-0"))) {
        throw new LocalStackException(
            path.resolve(IDENTITY)
                + " is missing or damaged, and so is its copy "
                + copy()
                + ". Bring one of them back: without it Kafka does not read what lies in "
                + path);
      } else {
        Files.deleteIfExists(path.resolve(IDENTITY));
        format();
        keepCopy();
      }
      forgetTornVote();
    } catch (IOException failed) {
      throw new LocalStackException("Cannot use " + path + ": " + WholeFile.reason(failed), failed);
    }
  }

  private Path copy() {
    return path.resolveSibling(path.getFileName() + "." + IDENTITY);
  }

  private void keepCopy() throws IOException {
    if (!isWhole(copy())) {
      WholeFile.write(copy(), Files.readString(path.resolve(IDENTITY)));
    }
  }

  /** A quorum of one votes anew when it does not remember its vote. */
  private void forgetTornVote() throws IOException {
    Path vote = path.resolve("__cluster_metadata-0").resolve("quorum-state");
    if (Files.exists(vote)) {
      String text = Files.readString(vote, StandardCharsets.ISO_8859_1).strip();
      if (!text.startsWith("{") || !text.endsWith("}")) {
        Files.delete(vote);
      }
    }
  }

  private void format() throws IOException {
    Files.createDirectories(path);
    Formatter formatter = new Formatter();
    formatter.setNodeId(BrokerSettings.NODE);
    formatter.setClusterId(Uuid.randomUuid().toString());
    formatter.addDirectory(path.toString());
    formatter.setMetadataLogDirectory(path.toString());
    formatter.setControllerListenerName(BrokerSettings.CONTROLLER);
    formatter.setReleaseVersion(MetadataVersion.latestProduction());
    formatter.setIgnoreFormatted(true);
    try {
      formatter.run();
    } catch (Exception failed) {
      throw new LocalStackException("Cannot format " + path, failed);
    }
  }

  private static boolean isWhole(Path identity) {
    Properties found = new Properties();
    try (Reader reader = Files.newBufferedReader(identity, StandardCharsets.ISO_8859_1)) {
      found.load(reader);
      return found.stringPropertyNames().containsAll(IDS)
          && found.values().stream().noneMatch(value -> value.toString().isBlank());
    } catch (IOException | IllegalArgumentException missingOrGarbage) {
      return false;
    }
  }
}
