package io.kehu.auth.me;

import io.kehu.platform.security.Caller;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells callers who they are and what they may do.
 */
@RestController
class MeController {

	@GetMapping("/api/v1/me")
	MeView me(@AuthenticationPrincipal Caller caller) {
		return MeView.of(caller);
	}

}
