package io.coffer.gateway.request;

import java.util.Set;

/** The kinds of resources that the API names. */
public final class ResourceType {

  public static final String SERVER = "OS::Nova::Server";
  public static final String DISK = "OS::Cinder::Volume";
  public static final String TURBO = "OS::Sfs::Turbo";

  /** All of them; the last one stands under two names. */
  public static final Set<String> ALL =
      Set.of(
          SERVER,
          DISK,
          TURBO,
          "OS::Ironic::BareMetalServer",
          "OS::Native::Server",
          "OS::Workspace::Desktop",
          "OS::Workspace::DesktopV2");

  private ResourceType() {}
}
