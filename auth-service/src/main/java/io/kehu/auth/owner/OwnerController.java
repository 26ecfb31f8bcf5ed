package io.kehu.auth.owner;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The owners of resources over HTTP, for administrators.
 */
@RestController
@RequestMapping("/api/v1/owners")
@RecentLogin
class OwnerController {

	private static final String NAME = "[a-z][a-z0-9-]{0,62}";

	private final Owners owners;

	OwnerController(Owners owners) {
		this.owners = owners;
	}

	@Operation(summary = "List which service the resources in paths and permissions belong to")
	@GetMapping
	@PreAuthorize("hasAuthority('role:read')")
	Page<Owner> listOwners() {
		return Page.whole(this.owners.list());
	}

	/**
	 * Assigns a resource in paths to a service: to one that will announce it, or to the
	 * rightful one if another has announced it first.
	 */
	@Operation(summary = "Assign a resource in paths to a service")
	@PutMapping("/path/{resource}")
	@PreAuthorize("hasAuthority('role:write')")
	Owner assignPath(@PathVariable String resource, @Valid @RequestBody Assignment assignment) {
		return this.owners.assign(Owner.Kind.PATH, valid(resource), assignment.service());
	}

	/** Assigns a resource in permissions to a service, as above. */
	@Operation(summary = "Assign a resource in permissions to a service")
	@PutMapping("/permission/{resource}")
	@PreAuthorize("hasAuthority('role:write')")
	Owner assignPermission(@PathVariable String resource, @Valid @RequestBody Assignment assignment) {
		return this.owners.assign(Owner.Kind.PERMISSION, valid(resource), assignment.service());
	}

	private static String valid(String resource) {
		if (!resource.matches(NAME)) {
			throw ProblemException.invalidParameter("resource", "invalid_value", "must match " + NAME);
		}
		return resource;
	}

	/**
	 * The service that a resource is assigned to.
	 */
	record Assignment(@NotNull @Pattern(regexp = NAME) String service) {
	}

}
