package io.coffer.vault.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.messaging.decision.Decision;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectTypeTest {

  @ParameterizedTest
  @EnumSource
  void holdsExactlyWhatItMay(ObjectType objectType) {
    for (ResourceType type : ResourceType.values()) {
      assertThat(objectType.holds(type.wireName()))
          .as(objectType + " " + type)
          .isEqualTo(held(objectType).contains(type));
    }
    assertThat(objectType.holds("OS::Workspace::Desktop"))
        .isEqualTo(objectType == ObjectType.workspace);
    assertThat(objectType.holds("OS::Trove::Instance")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void refusesAllElseAndNamesBothTypes(ObjectType objectType) {
    for (ResourceType type : others(objectType)) {
      ResourceFacts facts = new ResourceFacts("r", type.wireName(), "r", 1, List.of());
      Optional<Decision> refusal =
          ResourceRules.refusal(
              new UUID(1, 1), objectType, List.of(KnownResource.of(facts)), List.of(), 0);
      Decision.Refused refused = (Decision.Refused) refusal.orElseThrow();
      assertThat(refused.error().code()).isEqualTo("BackupService.6102");
      assertThat(refused.message()).contains(type.wireName(), objectType.name());
    }
  }

  private static Set<ResourceType> others(ObjectType objectType) {
    Set<ResourceType> others = EnumSet.allOf(ResourceType.class);
    others.removeAll(held(objectType));
    return others;
  }

  private static Set<ResourceType> held(ObjectType objectType) {
    return switch (objectType) {
      case server -> Set.of(ResourceType.SERVER, ResourceType.BARE_METAL);
      case disk -> Set.of(ResourceType.DISK);
      case turbo -> Set.of(ResourceType.TURBO);
      case workspace -> Set.of(ResourceType.DESKTOP);
      case vmware -> Set.of(ResourceType.NATIVE);
      case rds, file -> Set.of();
    };
  }
}
