package io.kehu.auth.user;

import java.util.UUID;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Reads and changes users' own profiles.
 */
@Component
public class Profiles {

	private final RecordStore<UserDetails, ?, UserView> users;

	private final RequestJson json;

	Profiles(RecordStore<UserDetails, ?, UserView> users, RequestJson json) {
		this.users = users;
		this.json = json;
	}

	/**
	 * Returns the profile of a user.
	 * @throws ProblemException if there is no such user
	 */
	public Profile get(UUID id) {
		return Profile.of(this.users.get(id));
	}

	/**
	 * Changes the display name or the language.
	 * @throws ProblemException if the patch contains other fields or is stale
	 */
	public Profile change(UUID id, ExpectedVersion expected, JsonNode patch) {
		UserView user = this.users.get(id);
		this.json.merge(new ProfileDetails(user.displayName(), user.locale()), patch, ProfileDetails.class);
		return Profile.of(this.users.patch(id, expected, patch));
	}

}
