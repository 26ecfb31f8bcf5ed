package io.kehu.auth.right;

import java.util.List;

import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the permissions that are not those of records.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	@Bean
	PermissionSource systemPermissions() {
		return () -> List.of(AnnouncedPermission.of("audit:read", "See the audit log"),
				AnnouncedPermission.of("key:write", "Rotate the signing keys"),
				AnnouncedPermission.of("event:redrive", "Retry events that could not be handled"));
	}

}
