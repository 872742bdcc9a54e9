"""LibreOffice Writer asks Soát while one types: the settings that it needs, as an extension."""
