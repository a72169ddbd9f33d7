package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateEntriesTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-01T12:00:00Z");

  private final Setbacks setbacks = new Setbacks();
  private final LateEntries late = new LateEntries(Selection.ALL, setbacks, 2);
  private final FolderPlace top = FolderPlace.top(Path.of("/target"), new BlobId(1, 2, 3, 4));

  @Test
  void filesWithMoreNamesThanFitInMemoryAreToldAndStandForThemselves() {
    assertThat(List.of(isLater("a", 1), isLater("b", 2), isLater("c", 3), isLater("d", 3)))
        .containsOnly(false);
    assertThat(isLater("e", 1)).isTrue();
    assertThat(setbacks.obstacles().first())
        .extracting(RestoreFailures.Failure::path)
        .containsExactly("/target/c", "/target/d");
  }

  @Test
  void onlySoManyWaitForRoom() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(late.mayWait(top, node("n" + i, i))).isTrue();
    }
    assertThat(late.mayWait(top, node("one more", 1))).isFalse();
    assertThat(late.waitIn(top)).isTrue();
  }

  private boolean isLater(String name, long inode) {
    return late.isLater(top, node(name, inode));
  }

  private static Node node(String name, long inode) {
    Metadata metadata = new Metadata(0644, TIME, TIME, TIME, 0, 0, "", "", inode, 7, List.of());
    return new Node(name, NodeType.FILE, metadata, 0, 2, "", 0, List.of(), Optional.empty());
  }
}
