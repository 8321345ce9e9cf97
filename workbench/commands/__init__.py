"""What the user can do, as values: menus, shortcuts and the finder are all made from them. One file a subject."""
