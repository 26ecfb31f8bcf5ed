package io.kehu.auth.me;

import java.util.UUID;

import io.kehu.auth.right.OwnAccount;
import io.kehu.auth.user.Profile;
import io.kehu.auth.user.ProfileDetails;
import io.kehu.auth.user.Profiles;
import io.kehu.platform.docs.AnswersEntityTag;
import io.kehu.platform.security.Caller;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.RetriedOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The caller's identity, permissions and profile over HTTP.
 */
@RestController
@RetriedOnConflict
@RequestMapping(MeController.PATH)
class MeController {

	static final String PATH = "/api/v1/me";

	private final Profiles profiles;

	MeController(Profiles profiles) {
		this.profiles = profiles;
	}

	@Operation(summary = "Get the caller's identity and permissions")
	@GetMapping
	@AnswersEntityTag
	ResponseEntity<MeView> getMe(@AuthenticationPrincipal Caller caller) {
		UUID userId = OwnAccount.isThroughPartner(caller) ? null : caller.userId();
		return (userId != null) ? answer(caller, userId, this.profiles.get(userId)) : answer(MeView.of(caller), 0);
	}

	@Operation(summary = "Change the caller's own profile")
	@PatchMapping(consumes = "application/merge-patch+json")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = ProfileDetails.class)))
	@AnswersEntityTag
	ResponseEntity<MeView> change(@AuthenticationPrincipal Caller caller, ExpectedVersion expected,
			@RequestBody JsonNode patch) {
		UUID userId = OwnAccount.of(caller);
		return answer(caller, userId, this.profiles.change(userId, expected, patch, MeView.class,
				(profile) -> MeView.of(caller, userId, profile)));
	}

	private static ResponseEntity<MeView> answer(Caller caller, UUID userId, Profile profile) {
		return answer(MeView.of(caller, userId, profile), profile.version());
	}

	private static ResponseEntity<MeView> answer(MeView view, long version) {
		return RecordAnswers.ok(view, RecordAnswers.tag(version, view));
	}

}
