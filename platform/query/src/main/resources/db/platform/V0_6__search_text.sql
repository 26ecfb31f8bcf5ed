-- The form in which texts are searched: without case, accents, width and other compatibility differences. The class
-- SearchText does the same with what is searched.
create function search_text_of(text) returns text language plpgsql immutable strict parallel safe as $$
begin
	if octet_length($1) = char_length($1) then
		return lower($1);
	end if;
	return replace(lower(upper(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g') collate "und-x-icu")
		collate "und-x-icu"), 'ς', 'σ');
end
$$;
