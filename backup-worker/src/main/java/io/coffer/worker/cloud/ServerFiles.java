package io.coffer.worker.cloud;

import io.coffer.contracts.Json;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.source.AgentSign;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The servers of the local cloud. */
@ApplicationScoped
class ServerFiles {

  private static final Logger LOG = Logger.getLogger(ServerFiles.class);

  private final EntryFiles<ServerFile> files;

  ServerFiles(WorkerSettings settings) {
    files = new EntryFiles<>(settings.home(), "servers", "server.json", ServerFile.class);
  }

  /** All servers of a project. */
  Look<ServerFile> look(String project) {
    return files.look(project);
  }

  /** The last sign of life of the agent in a server. */
  Optional<AgentSign> agent(String project, String id) {
    return files.folder(project, id).flatMap(folder -> agent(folder.resolve("agent.json")));
  }

  private static Optional<AgentSign> agent(Path file) {
    try {
      AgentSign sign = Json.MAPPER.readValue(Files.readAllBytes(file), AgentSign.class);
      return Optional.of(sign).filter(one -> one.lastActiveTime() != null);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warnf("nothing told of an agent file=%s: %s", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** One server of a project. */
  Optional<ServerFile> find(String project, String id) {
    return files.find(project, id);
  }
}
