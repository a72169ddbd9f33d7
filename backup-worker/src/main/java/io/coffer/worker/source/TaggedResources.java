package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TaggedResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All resources of a project with their tags, as the cloud has them now. */
@ApplicationScoped
public class TaggedResources {

  private final ResourceProvider cloud;

  TaggedResources(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /**
   * Each once, in the order of their ids. What is made meanwhile is not half there: tags are read
   * last.
   */
  public List<TaggedResource> of(String project) {
    List<ResourceFacts> facts = Facts.all(cloud.inventory(project));
    Map<String, Map<String, String>> tags = cloud.tags(project);
    Map<String, TaggedResource> all = new TreeMap<>();
    for (ResourceFacts one : facts) {
      List<Tag> own = list(tags.getOrDefault(one.id(), Map.of()));
      all.putIfAbsent(one.id(), new TaggedResource(one, own)); // servers may share a volume
    }
    return List.copyOf(all.values());
  }

  private static List<Tag> list(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }
}
