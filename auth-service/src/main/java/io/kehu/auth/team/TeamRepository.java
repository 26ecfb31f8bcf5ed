package io.kehu.auth.team;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores teams.
 */
interface TeamRepository extends RecordRepository<Team, TeamView> {

	/** The name of the lock that serializes changes of the tree. */
	String TREE = "teams";

	/** Returns the teams with these names, including deleted ones. */
	List<Team> findByNameIn(Collection<String> names);

	@Query("select count(team) > 0 from Team team where team.id = :id and team.deletedAt is null")
	boolean isPresent(UUID id);

	/** Returns whether the first team is the second one or below it. */
	@Query(value = """
			with recursive above (id) as (
			    select cast(:id as uuid)
			    union
			    select t.parent_id from above join teams t on t.id = above.id where t.parent_id is not null)
			select exists (select 1 from above where id = :other)""", nativeQuery = true)
	boolean isAtOrBelow(UUID id, UUID other);

	/** Returns whether the team has members or subteams. */
	@Query(value = """
			select exists (select 1 from teams t where t.parent_id = :id and t.deleted_at is null)
			    or exists (select 1 from team_members m join users u on u.id = m.user_id
			               where m.team_id = :id and u.deleted_at is null)
			    or exists (select 1 from api_client_teams m join api_clients c on c.id = m.api_client_id
			               where m.team_id = :id and c.deleted_at is null)""", nativeQuery = true)
	boolean isInUse(UUID id);

	@Override
	@Query(value = """
			select distinct t.* from teams t join team_external_id x on x.team_id = t.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<Team> findByExternalIds(String[] systems, String[] ids);

}
