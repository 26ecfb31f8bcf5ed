/**
 * Databases to move from and to: connections, schemas, queries.
 */
@NullMarked
package io.kehu.migration.move.database;

import org.jspecify.annotations.NullMarked;
