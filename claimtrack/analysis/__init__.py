"""What records come to when they are put side by side: values in, values out."""
