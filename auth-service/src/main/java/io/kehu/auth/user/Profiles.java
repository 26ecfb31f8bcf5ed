package io.kehu.auth.user;

import java.util.UUID;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Lets people see themselves, and change what is theirs to say.
 */
@Component
public class Profiles {

	private final UserService users;

	private final RequestJson json;

	Profiles(UserService users, RequestJson json) {
		this.users = users;
		this.json = json;
	}

	/**
	 * Returns what a person sees of themselves.
	 * @throws ProblemException when there is no such person
	 */
	public Profile get(UUID id) {
		return Profile.of(this.users.get(id));
	}

	/**
	 * Changes the name that others see, or the language.
	 * @throws ProblemException when the patch names anything else, or is stale
	 */
	public Profile change(UUID id, ExpectedVersion expected, JsonNode patch) {
		UserView user = this.users.get(id);
		this.json.merge(new ProfileDetails(user.displayName(), user.locale()), patch, ProfileDetails.class);
		return Profile.of(this.users.patch(id, expected, patch));
	}

}
