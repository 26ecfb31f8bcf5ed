package io.kehu.auth.team;

import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Answers questions about the use of teams.
 */
interface TeamRepository extends Repository<Team, UUID> {

	@Query("select count(team) > 0 from Team team where team.id = :id and team.deletedAt is null")
	boolean isPresent(UUID id);

	/** Returns whether the team has members or subteams. */
	@Query(value = """
			select exists (select 1 from teams t where t.parent_id = :id and t.deleted_at is null)
			    or exists (select 1 from team_members m join users u on u.id = m.user_id
			               where m.team_id = :id and u.deleted_at is null)
			    or exists (select 1 from api_client_teams m join api_clients c on c.id = m.api_client_id
			               where m.team_id = :id and c.deleted_at is null)""", nativeQuery = true)
	boolean isInUse(UUID id);

}
