package io.kehu.auth.user;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Users over HTTP. Locking needs no {@code If-Match}, so that it doesn't conflict with
 * other changes.
 */
@RestController
@RequestMapping(UserController.PATH)
class UserController extends RecordController<UserDetails, UserView> {

	static final String PATH = "/api/v1/users";

	private static final RecordResource RESOURCE = new RecordResource(PATH, "user:read", "user:write", "user:write");

	private final UserService users;

	private final AccountRepository accounts;

	private final UserImport imports;

	private final BulkLoader loader;

	UserController(UserService users, UserReading reading, AccountRepository accounts, UserImport imports,
			BulkLoader loader) {
		super(RESOURCE, UserDetails.class, users, reading, loader);
		this.users = users;
		this.accounts = accounts;
		this.imports = imports;
		this.loader = loader;
	}

	/**
	 * Loads users together with their password hashes.
	 */
	@Override
	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@RecentLogin
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = BulkLoader.NDJSON, schema = @Schema(implementation = ImportedUser.class)))
	public void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, ImportedUser.class, this.imports);
	}

	@Operation(summary = "Create or replace the user with this external id")
	@PutMapping(path = "/by-external-id/{system}/{externalId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(schema = @Schema(implementation = UserDetails.class)))
	ResponseEntity<UserView> upsert(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode body) {
		return answer(this.users.upsert(new ExternalId(system, externalId), preconditions, body));
	}

	@Operation(summary = "Lock a user, effective immediately")
	@PostMapping("/{id}/lock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lock(@PathVariable UUID id) {
		this.users.lock(id);
	}

	@Operation(summary = "Unlock a user")
	@PostMapping("/{id}/unlock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlock(@PathVariable UUID id) {
		this.users.unlock(id);
	}

	/**
	 * Requires the user to choose a new password at the next login.
	 */
	@Operation(summary = "Require a user to choose a new password at the next login")
	@PostMapping("/{id}/require-password-reset")
	@RecentLogin
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void requirePasswordReset(@PathVariable UUID id) {
		this.users.requirePasswordReset(id, true);
	}

	/**
	 * Returns the number of passwords by algorithm. All but {@code argon2id} are replaced
	 * when their users log in.
	 */
	@Operation(summary = "Count the stored passwords by hash algorithm")
	@GetMapping("/password-hashes")
	@PreAuthorize(WRITE)
	Map<String, Long> passwordHashes() {
		return this.accounts.countPasswordHashes();
	}

	/**
	 * Requires a new password from all users with a legacy hash, apart from those who
	 * have more rights than the caller.
	 */
	@Operation(summary = "Have all choose a new password whose hash comes from an older system")
	@PostMapping("/password-hashes/require-password-reset")
	@RecentLogin
	@PreAuthorize(WRITE)
	PasswordResets requirePasswordResets() {
		List<UUID> outOfReach = new ArrayList<>();
		List<UUID> legacy = this.accounts.withLegacyHash();
		for (UUID id : legacy) {
			try {
				this.users.requirePasswordReset(id, true);
			}
			catch (ProblemException ex) {
				if (ex.status() != HttpStatus.FORBIDDEN) {
					throw ex;
				}
				outOfReach.add(id);
			}
		}
		return new PasswordResets(legacy.size() - outOfReach.size(), outOfReach);
	}

}
