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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
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
 * Users over HTTP. Locking out needs no {@code If-Match}: it must not lose against a
 * change of somebody's name.
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
	 * Takes users with the hashes of their passwords.
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

	@Operation(summary = "Create or replace the user whom an older system knows by this id")
	@PutMapping("/by-external-id/{system}/{externalId}")
	@PreAuthorize(WRITE)
	ResponseEntity<UserView> upsert(@PathVariable String system, @PathVariable String externalId,
			@Valid @RequestBody UserDetails details) {
		return answer(this.users.upsert(new ExternalId(system, externalId), details));
	}

	@Operation(summary = "Lock a user out at once")
	@PostMapping("/{id}/lock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lock(@PathVariable UUID id) {
		this.users.lock(id);
	}

	@Operation(summary = "Let a user in again")
	@PostMapping("/{id}/unlock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlock(@PathVariable UUID id) {
		this.users.unlock(id);
	}

	/**
	 * Has the user choose a new password at the next login.
	 */
	@Operation(summary = "Have a user choose a new password at the next login")
	@PostMapping("/{id}/require-password-reset")
	@RecentLogin
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void requirePasswordReset(@PathVariable UUID id) {
		this.users.requirePasswordReset(id, true);
	}

	/**
	 * Returns how many passwords are hashed in which way: all but {@code argon2id} wait
	 * for their owners to log in.
	 */
	@Operation(summary = "How many passwords are hashed in which way")
	@GetMapping("/password-hashes")
	@PreAuthorize(WRITE)
	Map<String, Long> passwordHashes() {
		return this.accounts.countPasswordHashes();
	}

	/**
	 * Has all those choose a new password at the next login whose passwords are hashed as
	 * in an older system, as far as the caller may decide over them.
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
