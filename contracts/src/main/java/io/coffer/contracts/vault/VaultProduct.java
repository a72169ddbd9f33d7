package io.coffer.contracts.vault;

/** What a vault is called where it is sold. */
public final class VaultProduct {

  /** The service that sells vaults. */
  public static final String SERVICE_TYPE = "hws.service.type.cbr";

  /** What it sells. */
  public static final String RESOURCE_TYPE = "hws.resource.type.cbr.vault";

  private VaultProduct() {}
}
