/**
 * Moves whole legacy CRMs by mappings: reads their tables, loads the records through the
 * services, verifies and undoes that.
 */
@NullMarked
package io.kehu.migration.crm;

import org.jspecify.annotations.NullMarked;
