package io.kehu.auth.user;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.bulk.BulkMode;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Users over HTTP. Locking takes {@code If-Match} but doesn't need it, so that a lock
 * never fails because of another change.
 */
@RestController
@RequestMapping("/api/v1/users")
class UserController extends KeyedController<UserDetails, UserView> {

	private final UserService users;

	private final AccountRepository accounts;

	private final UserImport imports;

	private final BulkLoader loader;

	UserController(RecordStore<UserDetails, ?, UserView> store, UserService users, AccountRepository accounts,
			UserImport imports, BulkLoader loader) {
		super(store);
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
		this.loader.load(request, response, ImportedUser.class, this.imports, BulkMode.of(request));
	}

	@Operation(summary = "Lock a user, effective immediately")
	@PostMapping("/{id}/lock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lock(@PathVariable UUID id, Preconditions preconditions) {
		this.users.lock(id, preconditions);
	}

	@Operation(summary = "Unlock a user")
	@PostMapping("/{id}/unlock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlock(@PathVariable UUID id, Preconditions preconditions) {
		this.users.unlock(id, preconditions);
	}

	/**
	 * Requires the user to choose a new password at the next login.
	 */
	@Operation(summary = "Require a user to choose a new password at the next login")
	@PostMapping("/{id}/require-password-reset")
	@RecentLogin
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void requirePasswordReset(@PathVariable UUID id, Preconditions preconditions) {
		this.users.requirePasswordReset(id, true, preconditions);
	}

	/**
	 * Returns the number of passwords by algorithm. All but {@code argon2id} are replaced
	 * when their users log in.
	 */
	@Operation(summary = "Count the stored passwords by hash algorithm")
	@GetMapping("/password-hashes")
	@PreAuthorize(WRITE)
	Map<String, Long> countPasswordHashes() {
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
				this.users.requirePasswordReset(id, true, Preconditions.NONE);
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
