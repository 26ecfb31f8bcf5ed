package io.kehu.auth.user;

import java.util.Map;
import java.util.UUID;

import io.kehu.platform.history.History;
import io.kehu.platform.query.Page;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Users over HTTP. Locking out needs no {@code If-Match}: it must not lose against a
 * change of somebody's name.
 */
@RestController
@RequestMapping("/api/v1/users")
class UserController {

	private static final String WRITE = "hasAuthority('user:write')";

	private final UserLocks locks;

	private final UserRepository users;

	UserController(UserLocks locks, UserRepository users) {
		this.locks = locks;
		this.users = users;
	}

	@PostMapping("/{id}/lock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lock(@PathVariable UUID id) {
		this.locks.lock(id);
	}

	@PostMapping("/{id}/unlock")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlock(@PathVariable UUID id) {
		this.locks.unlock(id);
	}

	/**
	 * Returns how many passwords are hashed in which way: all but {@code argon2id} wait
	 * for their owners to log in.
	 */
	@GetMapping("/password-hashes")
	@PreAuthorize(WRITE)
	Map<String, Long> passwordHashes() {
		return this.users.countPasswordHashes();
	}

	@GetMapping("/{id}/history")
	@PreAuthorize("hasAuthority('user:read')")
	Page<History.Entry> history(@PathVariable UUID id) {
		return Page.whole(this.locks.history(id));
	}

}
