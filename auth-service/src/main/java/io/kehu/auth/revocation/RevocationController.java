package io.kehu.auth.revocation;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Publishes the current revocations to other processes. The gateway has no route to it.
 */
@RestController
@Hidden
class RevocationController {

	static final String PATH = "/internal/revocations";

	private final Revocations revocations;

	RevocationController(Revocations revocations) {
		this.revocations = revocations;
	}

	@GetMapping(PATH)
	Answer revoked() {
		return new Answer(this.revocations.current());
	}

	/**
	 * The current revocations.
	 */
	record Answer(List<Revocations.Revocation> revoked) {
	}

}
