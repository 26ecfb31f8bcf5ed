package io.kehu.auth.owner;

import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the gateway which of the paths that a service announces belong to it.
 */
@RestController
@Hidden
class PathClaimController {

	static final String PATH = "/internal/paths/owners";

	private final Owners owners;

	PathClaimController(Owners owners) {
		this.owners = owners;
	}

	@PostMapping(PATH)
	Answer claim(@Valid @RequestBody Claim claim) {
		return new Answer(this.owners.claimPaths(claim.service(), claim.resources()));
	}

	/**
	 * The paths that a service announces.
	 */
	record Claim(@NotNull String service, @NotNull @Size(max = 1_000) Set<String> resources) {
	}

	/**
	 * The owners of the paths.
	 */
	record Answer(Map<String, String> owners) {
	}

}
