package io.coffer.owner;

import io.coffer.messaging.rules.CofferRules;
import java.util.List;

class ArchitectureTest implements CofferRules {

  @Override
  public List<String> packages() {
    return List.of("io.coffer.owner");
  }
}
