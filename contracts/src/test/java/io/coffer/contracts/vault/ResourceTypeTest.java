package io.coffer.contracts.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceTypeTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(ResourceType type) {
    assertThat(ResourceType.of(type.wireName())).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "OS::Nova::Server, SERVER",
    "OS::Ironic::BareMetalServer, BARE_METAL",
    "OS::Native::Server, NATIVE",
    "OS::Cinder::Volume, DISK",
    "OS::Sfs::Turbo, TURBO",
    "OS::Workspace::DesktopV2, DESKTOP",
    "OS::Workspace::Desktop, DESKTOP",
  })
  void hasTheNamesThatClientsSend(String name, ResourceType type) {
    assertThat(ResourceType.of(name)).contains(type);
  }

  @Test
  void isNoneForAnotherNameAndForNoName() {
    assertThat(ResourceType.of("OS::Nova::server")).isEmpty();
    assertThat(ResourceType.of(null)).isEmpty();
  }
}
