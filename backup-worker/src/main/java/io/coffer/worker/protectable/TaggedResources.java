package io.coffer.worker.protectable;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.ResourceProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All resources of a project with their tags, as the cloud has them now. */
@ApplicationScoped
public class TaggedResources {

  private final ResourceProvider cloud;

  TaggedResources(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /**
   * What a look found.
   *
   * @param all each once, in the order of their ids
   * @param unread the types of which there may be others, which could not be read
   */
  public record Found(List<TaggedResource> all, Set<ResourceType> unread) {}

  public Found of(String project) {
    Inventory inventory = cloud.inventory(project);
    Map<String, TaggedResource> all = new TreeMap<>();
    for (ResourceFacts one : Facts.all(inventory)) {
      List<Tag> own = list(inventory.tags().getOrDefault(one.id(), Map.of()));
      all.putIfAbsent(one.id(), new TaggedResource(one, own)); // servers may share a volume
    }
    return new Found(List.copyOf(all.values()), inventory.unread());
  }

  private static List<Tag> list(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }
}
