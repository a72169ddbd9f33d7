package io.coffer.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.coffer.cli.home.Home;
import io.coffer.cli.stack.Credentials.Project;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudFolderTest {

  private static final Project PROJECT = new Project("a".repeat(32), "region-1", "region-1");

  @TempDir private Path directory;
  private CloudFolder cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFolder(new Home(directory, directory.resolve("home")), PROJECT);
  }

  @Test
  void keepsACopyOfEveryDisk() throws IOException {
    Path image = Files.writeString(directory.resolve("disk.raw"), "content");
    Server server = cloud.create("web", List.of(image));
    Server.Volume volume = server.volumes().get(0);
    Files.writeString(image, "changed");
    assertThat(Path.of(volume.path())).isAbsolute().hasContent("content");
    assertThat(volume.sizeBytes()).isEqualTo(7);
    assertThat(volume.sizeGb()).isEqualTo(1);
    assertThat(cloud.list()).containsExactly(server);
  }

  @Test
  void onlyTheFirstDiskBoots() throws IOException {
    Path image = Files.createFile(directory.resolve("empty.raw"));
    Server server = cloud.create("web", List.of(image, image));
    assertThat(server.volumes()).extracting(Server.Volume::bootable).containsExactly(true, false);
  }

  @Test
  void changesTheTagsOfAServerAndNothingElse() throws IOException {
    Path image = Files.createFile(directory.resolve("empty.raw"));
    Server server = cloud.create("web", List.of(image), tagged(Map.of("b", "2", "a", "")));
    assertThat(cloud.find("web").tags()).containsExactly(entry("a", ""), entry("b", "2"));
    cloud.tag(server, Map.of("c", "3"));
    Server tagged = cloud.find("web");
    assertThat(tagged.tags()).containsExactly(entry("c", "3"));
    assertThat(tagged.volumes()).isEqualTo(server.volumes());
    assertThat(tagged.createdAt()).isEqualTo(server.createdAt());
  }

  @Test
  void keepsWhatIsChosenAboutAServer() throws IOException {
    Path image = Files.createFile(directory.resolve("empty.raw"));
    Server.Choices choices =
        new Server.Choices(
            "OS::Workspace::DesktopV2", "s3.large.2", "10.0.0.7", "203.0.113.9", Map.of());
    Server made = cloud.create("desk", List.of(image), choices);
    assertThat(cloud.list()).containsExactly(made);
    Path file = Path.of(made.volumes().get(0).path()).resolveSibling("server.json");
    assertThat(file)
        .content()
        .contains("OS::Workspace::DesktopV2", "s3.large.2", "\"floating_ip\" : \"203.0.113.9\"");
    cloud.agentSeen(made, "1.2.3");
    assertThat(file.resolveSibling("agent.json")).content().contains("1.2.3", "last_active_time");
  }

  @Test
  void refusesADiskThatIsNotThere() {
    assertThatThrownBy(() -> cloud.create("web", List.of(directory.resolve("none"))))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("none");
    assertThat(cloud.list()).isEmpty();
  }

  @Test
  void aServerOfAnotherProjectIsNotSeen() throws IOException {
    cloud.create("web", List.of(Files.createFile(directory.resolve("disk"))));
    Project other = new Project("b".repeat(32), "region-2", "region-2");
    assertThat(new CloudFolder(new Home(directory, directory.resolve("home")), other).list())
        .isEmpty();
  }

  @Test
  void aDeletedServerTakesItsDisksAlong() throws IOException {
    Server server = cloud.create("web", List.of(Files.createFile(directory.resolve("disk"))));
    cloud.delete(cloud.find("web"));
    assertThat(cloud.list()).isEmpty();
    assertThat(Path.of(server.volumes().get(0).path()).getParent()).doesNotExist();
  }

  private static Server.Choices tagged(Map<String, String> tags) {
    return new Server.Choices(null, null, null, null, tags);
  }
}
