# A vault with one server in it, a restore point, and the way back. See README.md.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

variable "endpoint" {
  description = "What ./coffer up prints."
  default     = "http://127.0.0.1:8080"
}

variable "server" {
  description = "The id of a server of ./coffer cloud server-list."
}

variable "excludes" {
  description = "Ids of the server's disks that are not backed up."
  type        = list(string)
  default     = []
}

variable "restore" {
  description = "Whether to put the restore point back onto the server."
  default     = false
}

# Who calls comes from the environment: HW_ACCESS_KEY and HW_SECRET_KEY,
# or HW_USER_NAME, HW_USER_PASSWORD and HW_DOMAIN_NAME.
provider "huaweicloud" {
  region   = "region-1"
  auth_url = "${var.endpoint}/v3"
  endpoints = {
    iam = "${var.endpoint}/"
    cbr = "${var.endpoint}/"
    bss = "${var.endpoint}/"
  }
}

resource "huaweicloud_cbr_vault" "servers" {
  name            = "servers"
  type            = "server"
  protection_type = "backup"
  size            = 50
  auto_bind       = true
  bind_rules      = { backup = "yes" }

  resources {
    server_id = var.server
    excludes  = var.excludes
  }
}

resource "huaweicloud_cbr_checkpoint" "first" {
  vault_id    = huaweicloud_cbr_vault.servers.id
  name        = "first"
  description = "made by Terraform"

  backups {
    type        = "OS::Nova::Server"
    resource_id = var.server
  }
}

locals {
  backup = one(huaweicloud_cbr_checkpoint.first.backups).id
}

data "huaweicloud_cbr_backup" "first" {
  id = local.backup
}

resource "huaweicloud_cbr_restore" "back" {
  count     = var.restore ? 1 : 0
  backup_id = local.backup
  server_id = var.server
  power_on  = true

  dynamic "mappings" {
    for_each = data.huaweicloud_cbr_backup.first.children
    content {
      backup_id = mappings.value.id
      volume_id = mappings.value.resource_id
    }
  }
}

data "huaweicloud_cbr_vaults_summary" "all" {
  depends_on = [huaweicloud_cbr_vault.servers]
}

output "restore_point" {
  value = { for disk in data.huaweicloud_cbr_backup.first.children : disk.resource_name => disk.status }
}

output "bought_gb" {
  value = data.huaweicloud_cbr_vaults_summary.all.size
}
