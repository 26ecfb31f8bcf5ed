/**
 * Access control for records: translates the access token into an SQL condition that is
 * part of every query.
 */
@NullMarked
package io.kehu.platform.access;

import org.jspecify.annotations.NullMarked;
