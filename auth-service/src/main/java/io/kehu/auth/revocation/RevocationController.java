package io.kehu.auth.revocation;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the other processes what is revoked. The gateway does not lead here.
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
	 * What is revoked at the moment.
	 */
	record Answer(List<Revocations.Revocation> revoked) {
	}

}
