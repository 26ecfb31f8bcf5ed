package io.kehu.platform.test.contract.planted;

import org.springframework.data.repository.Repository;

/**
 * A repository for the whole world.
 */
public interface PlantedRepository extends Repository<PlantedEntity, Long> {

}
