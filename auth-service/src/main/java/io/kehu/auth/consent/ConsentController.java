package io.kehu.auth.consent;

import io.kehu.auth.right.OwnAccount;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The caller's consents over HTTP.
 */
@RestController
class ConsentController {

	private static final String PATH = "/api/v1/me/consents";

	private final Consents consents;

	ConsentController(Consents consents) {
		this.consents = consents;
	}

	@Operation(summary = "List the consents that the caller has given")
	@GetMapping(PATH)
	Page<Consent> list(@AuthenticationPrincipal Caller caller) {
		return Page.whole(this.consents.of(OwnAccount.of(caller)));
	}

	@Operation(summary = "Withdraw a consent")
	@DeleteMapping(PATH + "/{clientId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@AuthenticationPrincipal Caller caller, @PathVariable String clientId) {
		if (!this.consents.withdraw(OwnAccount.of(caller), clientId)) {
			throw ProblemException.notFound("consent", clientId);
		}
	}

}
