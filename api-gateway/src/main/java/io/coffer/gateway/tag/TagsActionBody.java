package io.coffer.gateway.tag;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand;
import io.coffer.contracts.vault.TagCommand.AddTags;
import io.coffer.contracts.vault.TagCommand.AssignEnterpriseProject;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.GatewayRequest;
import java.util.List;
import java.util.UUID;

/** The body of POST /vault/{vault_id}/tags/action (table 4-328). */
record TagsActionBody(Body body) {

  private static final String TAGS = "tags";
  private static final String SYSTEM = "sys_tags";

  /** Refuses what the contract has no words for. */
  static TagsActionBody of(GatewayRequest request) {
    TagsActionBody asked = new TagsActionBody(request.body());
    if (asked.body.has(TAGS) == asked.isOfSystem()) {
      throw ApiException.invalid("Either tags or sys_tags must be there.");
    }
    if (asked.isOfSystem() && !request.caller().account().administrator()) {
      throw ApiException.of(
          CbrError.NOT_AUTHORIZED, "The IAM user is not authorized to change sys_tags.");
    }
    if (asked.isOfSystem() && !asked.isCreation()) {
      throw ApiException.invalid("action must be create where there are sys_tags.");
    }
    return asked;
  }

  TagCommand command(UUID vault) {
    if (isOfSystem()) {
      String project = body.objects(SYSTEM, tag -> tag.text("value")).get(0);
      return new AssignEnterpriseProject(vault, project);
    }
    List<Tag> tags = body.objects(TAGS, tag -> tag.as(Tag.class));
    return isCreation()
        ? new AddTags(vault, tags)
        : new RemoveTags(vault, tags.stream().map(Tag::key).distinct().toList(), false);
  }

  private boolean isOfSystem() {
    return body.has(SYSTEM);
  }

  private boolean isCreation() {
    return body.text("action").equals("create");
  }
}
