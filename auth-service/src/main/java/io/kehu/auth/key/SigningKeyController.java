package io.kehu.auth.key;

import java.time.Instant;

import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rotates the signing key on request.
 */
@RestController
class SigningKeyController {

	private final SigningKeys keys;

	SigningKeyController(SigningKeys keys) {
		this.keys = keys;
	}

	@Operation(summary = "Replace the signing key")
	@PostMapping("/api/v1/signing-keys")
	@RecentLogin
	@PreAuthorize("hasAuthority('key:write')")
	@ResponseStatus(HttpStatus.ACCEPTED)
	NextKey replace() {
		return new NextKey(this.keys.replace());
	}

	/**
	 * The next key.
	 *
	 * @param signsFrom the time from which it signs
	 */
	record NextKey(Instant signsFrom) {
	}

}
