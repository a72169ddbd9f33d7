-- What is chosen and no list is filtered by stands together, as the service writes it: names in order, without nulls.
alter table store.vault add column settings text;
update store.vault set settings = '{' || concat_ws(',',
  '"autoBind":' || auto_bind::text,
  '"autoExpand":' || auto_expand::text,
  '"backupNamePrefix":' || to_json(backup_name_prefix)::text,
  '"bindRuleTags":' || bind_rule_tags,
  '"chargingMode":' || to_json(charging_mode)::text,
  '"cloudType":' || to_json(cloud_type)::text,
  '"consistentLevel":' || to_json(consistent_level)::text,
  '"demandBilling":' || demand_billing::text,
  '"description":' || to_json(description)::text,
  '"enterpriseProjectId":' || to_json(enterprise_project_id)::text,
  '"locked":' || locked::text,
  '"multiAz":' || multi_az::text,
  '"name":' || to_json(name)::text,
  '"objectType":' || to_json(object_type)::text,
  '"protectType":' || to_json(protect_type)::text,
  '"sizeGb":' || size_gb,
  '"smnNotify":' || smn_notify::text,
  '"sysLockSourceService":' || to_json(sys_lock_source_service)::text,
  '"threshold":' || threshold
) || '}';
alter table store.vault
  alter column settings set not null,
  drop column auto_bind,
  drop column auto_expand,
  drop column backup_name_prefix,
  drop column bind_rule_tags,
  drop column charging_mode,
  drop column consistent_level,
  drop column demand_billing,
  drop column description,
  drop column locked,
  drop column multi_az,
  drop column smn_notify,
  drop column sys_lock_source_service,
  drop column threshold;

alter table store.vault_resource add column choices text;
update store.vault_resource set choices = '{"excludeVolumes":' || exclude_volumes
  || case when include_volumes = '[]' then '' else ',"includeVolumes":' || include_volumes end || '}';
alter table store.vault_resource
  alter column choices set not null,
  drop column exclude_volumes,
  drop column include_volumes;
