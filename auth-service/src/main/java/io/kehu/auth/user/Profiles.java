package io.kehu.auth.user;

import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.json.RecordMembers;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
	 * @param shown returns the profile as the user reads it; its other members have no
	 * effect in the patch if they are the same
	 * @throws ProblemException if the patch changes other members or is stale
	 */
	public <V> Profile change(UUID id, ExpectedVersion expected, JsonNode patch, Class<V> view,
			Function<Profile, V> shown) {
		UserView user = this.users.get(id);
		ProfileDetails before = new ProfileDetails(user.displayName(), user.locale());
		this.json.merge(before, view, () -> shown.apply(Profile.of(user)), patch, ProfileDetails.class);
		ObjectNode changes = (ObjectNode) patch.deepCopy();
		changes.retain(RecordMembers.of(ProfileDetails.class));
		return Profile.of(this.users.patch(id, expected, changes));
	}

}
