package io.kehu.auth.right;

import io.kehu.platform.query.Page;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The permissions that roles can grant, over HTTP.
 */
@RestController
@RequestMapping("/api/v1/roles/permissions")
@RecentLogin
class PermissionController {

	private final Catalogue catalogue;

	PermissionController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Returns the permissions that roles can grant.
	 */
	@Operation(summary = "List the permissions that a role can grant")
	@GetMapping
	@PreAuthorize("hasAuthority('role:read')")
	Page<Permission> listPermissions() {
		return Page.whole(this.catalogue.permissions());
	}

	/**
	 * Removes a permission that no service checks any longer.
	 */
	@Operation(summary = "Remove a permission that its service no longer announces")
	@DeleteMapping("/{name}")
	@PreAuthorize("hasAuthority('role:write')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removePermission(@PathVariable String name) {
		this.catalogue.remove(name);
	}

}
