/**
 * Moves of tables from database to database.
 */
@NullMarked
package io.kehu.migration.tables;

import org.jspecify.annotations.NullMarked;
